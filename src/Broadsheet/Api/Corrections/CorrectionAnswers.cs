using System.ComponentModel;
using Broadsheet.Corrections;

namespace Broadsheet.Api.Corrections;

/// <summary>What the paper says about a story that it changed.</summary>
public sealed record CorrectionAnswer
{
    [Description("Names the correction for ever.")]
    public required Guid Id { get; init; }

    [Description("The article it is about.")]
    public required Guid Article { get; init; }

    [Description("What it is. An update stays on its story; the others stand at /corrections, too.")]
    public required CorrectionKind Kind { get; init; }

    [Description("What readers are told, as plain text.")]
    public required string Text { get; init; }

    [Description("The number of the article’s version that readers saw with it first.")]
    public required int Version { get; init; }

    [Description("Grows with every amendment, which names the one it began from.")]
    public required int Revision { get; init; }

    [Description("When it was made.")]
    public required DateTimeOffset MadeAt { get; init; }

    [Description("When its words were changed last.")]
    public DateTimeOffset? AmendedAt { get; init; }

    [Description("What it said before, the oldest first.")]
    public required IReadOnlyList<WordingAnswer> Earlier { get; init; }

    internal static CorrectionAnswer Of(Correction correction, Guid article) => new()
    {
        Id = correction.PublicId,
        Article = article,
        Kind = correction.Kind,
        Text = correction.Text,
        Version = correction.Version,
        Revision = correction.Revision,
        MadeAt = correction.MadeAt,
        AmendedAt = correction.AmendedAt,
        Earlier = [.. correction.Earlier.OrderBy(wording => wording.Number).Select(wording => new WordingAnswer { Kind = wording.Kind, Text = wording.Text, SaidAt = wording.SaidAt, Why = wording.Why })],
    };
}

/// <summary>What a correction said until it was amended.</summary>
public sealed record WordingAnswer
{
    [Description("What it was.")]
    public required CorrectionKind Kind { get; init; }

    [Description("What readers were told.")]
    public required string Text { get; init; }

    [Description("Since when.")]
    public required DateTimeOffset SaidAt { get; init; }

    [Description("Why it was amended, for the newsroom.")]
    public required string Why { get; init; }
}

/// <summary>A correction to be made.</summary>
public sealed record NewCorrection
{
    [Description("What it is. A retraction is made by withdrawing the article.")]
    public required CorrectionKind Kind { get; init; }

    [Description("What readers are told, as plain text; a line break begins a paragraph.")]
    public required string Text { get; init; }
}

/// <summary>An amendment. What is absent stays as it is.</summary>
public sealed record CorrectionAmendment
{
    [Description("The correction’s revision that was read.")]
    public required int Revision { get; init; }

    [Description("Another kind.")]
    public CorrectionKind? Kind { get; init; }

    [Description("Other words.")]
    public string? Text { get; init; }

    [Description("Why, for the newsroom.")]
    public string? Why { get; init; }
}
