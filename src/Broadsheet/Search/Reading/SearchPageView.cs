using Broadsheet.Articles.Reading;
using Broadsheet.Paper.Views;

namespace Broadsheet.Search.Reading;

/// <summary>The page of a search: the question, and what it found.</summary>
public sealed class SearchPageView : View
{
    /// <summary>As typed; empty before anything was asked.</summary>
    public required string Query { get; init; }

    public required IReadOnlyList<SearchResultView> Results { get; init; }

    /// <summary>How many there are, up to a thousand.</summary>
    public required int Total { get; init; }

    /// <summary>There are more than the thousand that were counted.</summary>
    public required bool IsMore { get; init; }

    public required IReadOnlyList<SearchChoiceView> InSections { get; init; }
    public required IReadOnlyList<SearchChoiceView> InYears { get; init; }
    public required IReadOnlyList<SearchChoiceView> Orders { get; init; }
    public required PagerView Pager { get; init; }

    /// <summary>The filters that the form must keep: by their names in the address.</summary>
    public required string Section { get; init; }
    public required string Year { get; init; }
    public required string Order { get; init; }

    /// <summary>What was meant perhaps, and where it is found; empty: nobody knows.</summary>
    public string Meant { get; init; } = "";
    public string MeantHref { get; init; } = "";

    /// <summary>The same, as it comes, for feed readers; empty before anything was asked.</summary>
    public string Feed { get; init; } = "";
}

/// <summary>A story that answers, with the lines that do.</summary>
public sealed class SearchResultView(StoryView story, Markup headline, Markup fragment) : View
{
    public StoryView Story => story;

    /// <summary>The headline with what was looked for marked.</summary>
    public Markup Headline => headline;

    /// <summary>Lines of the story with what was looked for marked; the standfirst where it stands nowhere in the text.</summary>
    public Markup Fragment => fragment;
}

/// <summary>A link that keeps the results to a section or a year, or orders them.</summary>
/// <param name="name">Of an order: the key of its words.</param>
/// <param name="count">How many there are; 0 where they are not counted.</param>
public sealed class SearchChoiceView(string name, string href, int count, bool isCurrent) : View
{
    public string Name => name;
    public string Href => href;
    public int Count => count;

    /// <summary>It is chosen: its link takes it off again.</summary>
    public bool IsCurrent => isCurrent;
}
