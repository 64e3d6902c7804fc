using Broadsheet.Paper.Views;

namespace Broadsheet.Corrections;

/// <summary>What the paper says about a story, as a template reads it.</summary>
public sealed class CorrectionView(Correction correction, CorrectedStoryView? story) : View
{
    protected internal override string Source => $"correction:{correction.Id}";

    /// <summary>By this name the page can be pointed at: <c>#correction-…</c>.</summary>
    public string Anchor => AnchorOf(correction);

    /// <summary>"correction", "clarification", "update", "editors-note", "retraction".</summary>
    public string Kind => CorrectionKinds.Of(correction.Kind);

    /// <summary>The key of its printed label: <c>{{ correction.kind_label | t }}</c>.</summary>
    public string KindLabel => CorrectionKinds.LabelOf(correction.Kind);

    /// <summary>Empty where the story was taken from readers: what it said may not be said here.</summary>
    public IReadOnlyList<string> Paragraphs => story is { IsGone: true } ? [] : correction.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public DateTimeOffset Made => correction.MadeAt;
    public DateTimeOffset? Amended => correction.AmendedAt;

    /// <summary>What it said before, the last first.</summary>
    public IReadOnlyList<CorrectionWordingView> Earlier => story is { IsGone: true } ? [] : [.. correction.Earlier.OrderByDescending(wording => wording.Number).Select(wording => new CorrectionWordingView(wording))];

    /// <summary>The story it is about; null on the story's own page.</summary>
    public CorrectedStoryView? Story => story;

    internal static string AnchorOf(Correction correction) => $"correction-{correction.PublicId:N}";
}

/// <summary>What a correction said until it was amended.</summary>
public sealed class CorrectionWordingView(CorrectionWording wording) : View
{
    public string KindLabel => CorrectionKinds.LabelOf(wording.Kind);
    public IReadOnlyList<string> Paragraphs => wording.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    public DateTimeOffset Said => wording.SaidAt;
}

/// <summary>The story that a correction is about.</summary>
public sealed class CorrectedStoryView(long article, string headline, string href, bool isGone) : View
{
    protected internal override string Source => $"article:{article}";

    public string Headline => headline;
    public string Href => href;

    internal Guid PublicId { get; init; }

    /// <summary>Nobody can read it any more; neither its headline nor what was said about it is given.</summary>
    public bool IsGone => isGone;
}

internal static class CorrectionKinds
{
    internal static string Of(CorrectionKind kind) => kind == CorrectionKind.EditorsNote ? "editors-note" : kind.ToString().ToLowerInvariant();

    internal static string LabelOf(CorrectionKind kind) => $"correction.{Of(kind)}";
}
