using Broadsheet.Search.Questions;

namespace Broadsheet.Search.Stories;

/// <summary>A search of the paper, as its address says it.</summary>
/// <param name="Text">As typed.</param>
/// <param name="Section">The slug of the section that a filter keeps to; empty: any.</param>
/// <param name="Year">The year that a filter keeps to.</param>
/// <param name="Number">Which page of the results, from 1.</param>
public sealed record Sought(string Text, string Section = "", int? Year = null, SearchOrder Order = SearchOrder.Best, int Number = 1)
{
    /// <summary>Somebody is still typing: the last word may be the beginning of one.</summary>
    public bool IsTyping { get; init; }

    public Question Question { get; } = Question.Read(Text);
}

/// <summary>What a search found.</summary>
/// <param name="Stories">Of this page, in order.</param>
/// <param name="Total">How many there are; at most <see cref="StorySearch.MostCounted"/>.</param>
/// <param name="IsMore">There are more than were counted.</param>
/// <param name="Sections">How many in each section, the filters left aside.</param>
/// <param name="Years">And in each year, the newest first.</param>
/// <param name="Clauses">What was looked for, to be marked where it stands.</param>
public sealed record Found(
    IReadOnlyList<Articles.Article> Stories, int Total, bool IsMore, bool HasNext,
    IReadOnlyList<(long Section, int Count)> Sections, IReadOnlyList<(int Year, int Count)> Years, IReadOnlyList<Index.Clause> Clauses)
{
    internal static Found Nothing { get; } = new([], 0, false, false, [], [], []);

    /// <summary>What was meant perhaps, where nothing was found; null: nobody knows.</summary>
    public string? Meant { get; init; }
}
