using Broadsheet.Paper;
using Broadsheet.Paper.Views;
using Broadsheet.Syndication.Feeds;

namespace Broadsheet.Search.Reading;

/// <summary>Tells a reader's program where the feeds of a search are.</summary>
public sealed class SearchFeedLink : HeadPart
{
    public override ValueTask<Markup?> LoadAsync(PaperPage page, CancellationToken cancellation) => new(page.Subject is SearchPageView { Feed.Length: > 0 } search
        ? new Markup(FeedLink.Links(new FeedChannel(page.Edition, "", page.Head.Title, "", page.Edition.At("/search")) { Query = search.Feed[search.Feed.IndexOf('?')..] })) : null);
}
