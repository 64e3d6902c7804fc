using Broadsheet.Document.Embeds;

namespace Broadsheet.Document.Rendering;

/// <summary>
/// The full text for feeds and whoever prints it elsewhere: every address absolute, no class, no
/// script to wait for, only elements that feed readers keep.
/// </summary>
public sealed class FeedRenderer(IDocumentParts parts, Uri paperAddress) : HtmlRenderer(parts)
{
    private protected override string? Address(string href) => LinkSafety.Whole(href, paperAddress);

    private protected override void OpenMark(Mark mark)
    {
        switch (mark)
        {
            case LinkMark link: html.Open("a", ("href", Address(link.Href))); break;
            case DateMark date: html.Open("time", ("datetime", date.Date)); break;
            case LanguageMark language: html.Open("span", ("lang", language.Lang), ("dir", "auto")); break;
            case QuotationMark: html.Open("span"); break;
            default: html.Open(HtmlMarks.Element(mark)); break;
        }
    }

    private protected override void Heading(Heading heading, string? dir) => Text($"h{heading.Level}", heading, dir);

    private protected override void PullQuote(PullQuote quote, string? dir)
    {
        html.Open("blockquote", ("dir", quote.Dir ?? dir)).Open("p");
        Inlines(quote.Content);
        html.Close();
        if (quote.Attribution != "") html.Element("p", $"— {quote.Attribution}");
        html.Close();
    }

    private protected override void FactBox(FactBox box)
    {
        html.Void("hr");
        if (box.Title != "") html.Open("p", ("dir", "auto")).Element("strong", box.Title).Close();
        foreach (var block in box.Content) Block(block, "auto");
        html.Void("hr");
    }

    private protected override void Gallery(Gallery gallery)
    {
        foreach (var picture in gallery.Pictures) Block(picture, "auto");
    }

    private protected override void Picture(PictureBlock use, PicturePart picture)
    {
        html.Open("figure").Void(
            "img", ("src", Address(picture.Url)), ("alt", use.AltText ?? picture.AltText), ("width", $"{picture.Width}"), ("height", $"{picture.Height}"));
        var words = string.Join(' ', new[] { use.Caption ?? picture.Caption, picture.Credit }.Where(text => text != ""));
        if (words != "") html.Element("figcaption", words, ("dir", "auto"));
        html.Close();
    }

    private protected override void File(FileBlock use, FilePart file)
    {
        html.Open("p", ("dir", "auto")).Element("a", use.Title == "" ? file.Title : use.Title, ("href", Address(file.Url)));
        if (file.Details != "") html.Text($" ({file.Details})");
        html.Close();
    }

    private protected override void Related(RelatedBox box, IReadOnlyList<ArticlePart> stories)
    {
        html.Open("p", ("dir", "auto")).Element("strong", box.Title == "" ? parts.Words.Related : box.Title).Close().Open("ul");
        foreach (var story in stories)
        {
            html.Open("li", ("dir", "auto"));
            if (story.Kind != "") html.Text($"{story.Kind}: ");
            html.Element("a", story.Headline, ("href", Address(story.Url))).Close();
        }

        html.Close();
    }

    private protected override void Embed(EmbedBlock block)
    {
        if (parts.Embeds.Recognise(block.Url) is not { } embed) return;
        var words = block.Title == "" ? embed.Url : block.Title;
        html.Open("p", ("dir", "auto"));
        if (embed.Provider != EmbedProviders.Link) html.Text($"{embed.Name}: ");
        html.Element("a", words, ("href", embed.Url)).Close();
    }
}
