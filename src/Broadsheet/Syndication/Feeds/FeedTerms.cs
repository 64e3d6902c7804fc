namespace Broadsheet.Syndication.Feeds;

/// <summary>What an edition's feeds carry. The paper's choice, an edition each.</summary>
public sealed record FeedTerms
{
    /// <summary>The text of each story, as far as it is for everybody; else its standfirst alone.</summary>
    public bool HasFullText { get; init; } = true;
}

/// <summary>Who is told of news in the feeds, to pass it on to subscribers at once (WebSub).</summary>
public sealed record FeedHubs
{
    /// <summary>Whole addresses.</summary>
    public IReadOnlyList<string> Hubs { get; init; } = [];
}
