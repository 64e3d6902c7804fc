using System.Text.Encodings.Web;
using Broadsheet.Paper;
using Broadsheet.Paper.Views;

namespace Broadsheet.Syndication;

/// <summary>Tells a reader's program where the edition's feed is.</summary>
public sealed class FeedLink : HeadPart
{
    public override ValueTask<Markup?> LoadAsync(PaperPage page, CancellationToken cancellation)
    {
        string Attribute(string text) => HtmlEncoder.Default.Encode(text);
        return new(new Markup($"<link rel=\"alternate\" type=\"application/rss+xml\" title=\"{Attribute(page.Edition.Name)}\" href=\"{Attribute(page.Edition.At("/feed.xml"))}\">"));
    }
}
