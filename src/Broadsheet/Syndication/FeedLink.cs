using System.Text.Encodings.Web;
using Broadsheet.Paper;
using Broadsheet.Paper.Views;

namespace Broadsheet.Syndication;

/// <summary>Tells a reader's program where the feeds are: the page's own first, then the edition's.</summary>
public sealed class FeedLink : HeadPart
{
    public override ValueTask<Markup?> LoadAsync(PaperPage page, CancellationToken cancellation) =>
        new(new Markup(Link(FeedChannel.Of(page.Edition, page.Subject)) + Link(FeedChannel.Of(page.Edition))));

    private static string Link(FeedChannel? feed) => feed is null ? ""
        : $"<link rel=\"alternate\" type=\"application/rss+xml\" title=\"{HtmlEncoder.Default.Encode(feed.Title)}\" href=\"{HtmlEncoder.Default.Encode(feed.Address)}\">";
}
