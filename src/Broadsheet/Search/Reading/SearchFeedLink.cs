using System.Text.Encodings.Web;
using Broadsheet.Paper;
using Broadsheet.Paper.Views;

namespace Broadsheet.Search.Reading;

/// <summary>Tells a reader's program where the feed of a search is.</summary>
public sealed class SearchFeedLink : HeadPart
{
    public override ValueTask<Markup?> LoadAsync(PaperPage page, CancellationToken cancellation) => new(page.Subject is SearchPageView { Feed.Length: > 0 } search
        ? new Markup($"<link rel=\"alternate\" type=\"application/rss+xml\" title=\"{HtmlEncoder.Default.Encode(page.Head.Title)}\" href=\"{HtmlEncoder.Default.Encode(search.Feed)}\">") : null);
}
