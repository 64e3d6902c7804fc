using Broadsheet.Articles;

namespace Broadsheet.FrontPage;

/// <summary>A zone of the front page as the theme's <c>zones.json</c> declares it: how many places, and what may stand there.</summary>
/// <param name="Name">As templates and strings call it: <c>lead</c>, <c>zone.lead</c>.</param>
public sealed record ThemeZone(string Name, int Slots)
{
    /// <summary>"section": one such zone for each section of the edition. Null: one.</summary>
    public string? Each { get; init; }

    /// <summary>How it fills where editors chose nothing: "newest" or "most-read".</summary>
    public string Fill { get; init; } = "newest";

    /// <summary>What its first place asks of a story that comes by itself: "picture", "news". The newest that has it all goes first.</summary>
    public IReadOnlyList<string> Opens { get; init; } = [];

    /// <summary>Among how many stories the first is looked for; 0: among as many as there are places.</summary>
    public int Among { get; init; }

    /// <summary>Kinds that do not come by themselves; an editor may still place one, and may choose other kinds.</summary>
    public IReadOnlyList<ArticleKind> LeavesOut { get; init; } = [];

    /// <summary>Kinds that may not stand here at all.</summary>
    public IReadOnlyList<ArticleKind> Never { get; init; } = [];

    /// <summary>For how long a story is placed here unless the editor says otherwise.</summary>
    public int Hours { get; init; } = UsualHours;

    internal const int UsualHours = 12;

    internal bool IsEachSection => Each == "section";
}
