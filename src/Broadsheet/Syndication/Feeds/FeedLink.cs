using Broadsheet.Paper;
using Broadsheet.Paper.Views;

namespace Broadsheet.Syndication.Feeds;

/// <summary>Tells a reader's program where the feeds are: the page's own first, then the edition's.</summary>
public sealed class FeedLink : HeadPart
{
    public override ValueTask<Markup?> LoadAsync(PaperPage page, CancellationToken cancellation) =>
        new(new Markup(Links(FeedChannel.Of(page.Edition, page.Subject)) + Links(FeedChannel.Of(page.Edition))));

    internal static string Links(FeedChannel? feed) => feed is null ? "" : string.Concat(FeedFormat.All.Select(format =>
        $"<link rel=\"alternate\" type=\"{format.MediaType}\" title=\"{PageText.Encoder.Encode(feed.Title)}\" href=\"{PageText.Encoder.Encode(feed.AddressIn(format))}\">"));
}
