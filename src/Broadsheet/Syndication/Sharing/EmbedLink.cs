using Broadsheet.Articles;
using Broadsheet.Paper;
using Broadsheet.Paper.Views;

namespace Broadsheet.Syndication.Sharing;

/// <summary>Tells a program that shows links where it finds how to show this story.</summary>
public sealed class EmbedLink(PaperOrigin origin) : HeadPart
{
    public override ValueTask<Markup?> LoadAsync(PaperPage page, CancellationToken cancellation) =>
        // Not of what stands elsewhere first: its own page says how it is shown.
        new(page.Subject is Article { IsPublished: true } article && page.Head.Canonical.StartsWith(origin.Origin, StringComparison.Ordinal)
            ? new Markup($"<link rel=\"alternate\" type=\"application/json+oembed\" title=\"{PageText.Encoder.Encode(article.Headline)}\" href=\"{PageText.Encoder.Encode(origin.Whole($"/oembed?url={Uri.EscapeDataString(page.Head.Canonical)}"))}\">") : null);
}
