using System.ComponentModel;
using Broadsheet.Corrections;
using Broadsheet.Paper;

namespace Broadsheet.PublicApi.Things;

/// <summary>What the paper says openly about a story that it changed.</summary>
public sealed record PublicCorrection
{
    public required Guid Id { get; init; }

    [Description("correction, clarification, update, editors-note or retraction.")]
    public required string Kind { get; init; }

    [Description("The kind as the edition prints it.")]
    public required string Label { get; init; }

    [Description("Plain text, a paragraph each; none where the story was taken from readers.")]
    public required IReadOnlyList<string> Paragraphs { get; init; }

    public required DateTimeOffset Made { get; init; }

    [Description("When its words were changed last.")]
    public DateTimeOffset? Amended { get; init; }

    [Description("What it said before, the last first.")]
    public required IReadOnlyList<PublicWording> Earlier { get; init; }

    [Description("The story it is about; absent on the story itself.")]
    public PublicCorrectedStory? Story { get; init; }

    internal static PublicCorrection Of(LedgerEntry entry, PaperEdition edition, PaperOrigin origin) => Of(entry.Correction, entry.View, edition) with
    {
        Story = entry.Story.IsGone ? new() { IsGone = true } : new() { Id = entry.Story.PublicId, Headline = entry.Story.Headline, Url = origin.Whole(entry.Story.Href) },
    };

    /// <summary>On the story's own page.</summary>
    internal static PublicCorrection Of(Correction correction, PaperEdition edition) => Of(correction, new(correction, null), edition);

    private static PublicCorrection Of(Correction correction, CorrectionView view, PaperEdition edition) => new()
    {
        Id = correction.PublicId,
        Kind = view.Kind,
        Label = PaperWords.Find(edition.Language, view.KindLabel),
        Paragraphs = view.Paragraphs,
        Made = view.Made,
        Amended = view.Amended,
        Earlier = [.. view.Earlier.Select(wording => new PublicWording { Label = PaperWords.Find(edition.Language, wording.KindLabel), Paragraphs = wording.Paragraphs, Said = wording.Said })],
    };
}

/// <summary>What a correction said until it was amended.</summary>
public sealed record PublicWording
{
    public required string Label { get; init; }
    public required IReadOnlyList<string> Paragraphs { get; init; }
    public required DateTimeOffset Said { get; init; }
}

/// <summary>The story that a correction is about.</summary>
public sealed record PublicCorrectedStory
{
    public Guid? Id { get; init; }
    public string? Headline { get; init; }
    public string? Url { get; init; }

    [Description("Nobody can read it any more; neither its headline nor what was said about it is given.")]
    public bool IsGone { get; init; }
}
