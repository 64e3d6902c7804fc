using Broadsheet.Document.Embeds;

namespace Broadsheet.Document.Rendering;

/// <summary>A reader's page. The class names are the theme's vocabulary: docs/document.md lists them.</summary>
public sealed class PageRenderer(IDocumentParts parts) : HtmlRenderer(parts)
{
    /// <summary>Added to the rel of every link that leaves the paper, e.g. "sponsored".</summary>
    public string? LinkRelation { get; init; }

    /// <summary>Links to this host are the paper's own.</summary>
    public string? OwnHost { get; init; }

    /// <summary>For a text that is read elsewhere: where the paper stands, so that its own addresses are printed whole.</summary>
    public Uri? OwnAddress { get; init; }

    private protected override string? Address(string href) =>
        OwnAddress is not null && href.StartsWith('/') && !href.StartsWith("//", StringComparison.Ordinal) ? OwnAddress.GetLeftPart(UriPartial.Authority) + href : href;

    private protected override void OpenMark(Mark mark)
    {
        switch (mark)
        {
            case LinkMark link: html.Open("a", ("href", Address(link.Href)), ("rel", Relation(link.Href))); break;
            case DateMark date: html.Open("time", ("datetime", date.Date)); break;
            case LanguageMark language: html.Open("span", ("lang", language.Lang), ("dir", "auto")); break;
            case QuotationMark said: html.Open("span", ("class", "quotation"), ("data-quotation", said.Id)); break;
            default: html.Open(HtmlMarks.Element(mark)); break;
        }
    }

    private protected override void Heading(Heading heading, string? dir)
    {
        html.Open($"h{heading.Level}", ("id", $"h-{heading.Id}"), ("dir", heading.Dir ?? dir));
        Inlines(heading.Content);
        html.Close();
    }

    private protected override void PullQuote(PullQuote quote, string? dir)
    {
        html.Open("figure", ("class", "pull-quote"), ("dir", quote.Dir ?? dir)).Open("blockquote").Open("p");
        Inlines(quote.Content);
        html.Close().Close();
        if (quote.Attribution != "") html.Element("figcaption", quote.Attribution);
        html.Close();
    }

    private protected override void FactBox(FactBox box)
    {
        html.Open("aside", ("class", "fact-box"), ("aria-labelledby", box.Title == "" ? null : $"f-{box.Id}"));
        if (box.Title != "") html.Element("p", box.Title, ("class", "fact-box-title"), ("id", $"f-{box.Id}"), ("dir", "auto"));
        foreach (var block in box.Content) Block(block, "auto");
        html.Close();
    }

    // A wide table scrolls by itself, by keyboard too, and never the page.
    private protected override void Table(TableBlock table)
    {
        html.Open("div", ("class", "table-scroll"), ("tabindex", "0"));
        base.Table(table);
        html.Close();
    }

    private protected override void Gallery(Gallery gallery)
    {
        var pictures = gallery.Pictures.Select(use => (use, picture: parts.Picture(use.Picture))).Where(pair => pair.picture is not null).ToList();
        if (pictures.Count == 0) return;
        html.Open("div", ("class", "gallery"));
        foreach (var (use, picture) in pictures) PageFigure.Write(html, use with { Size = PictureSize.Column }, picture!, sizes: "(min-width: 48em) 20rem, 100vw");
        html.Close();
    }

    private protected override void Picture(PictureBlock use, PicturePart picture) => PageFigure.Write(html, use, picture);

    private protected override void File(FileBlock use, FilePart file)
    {
        var title = use.Title == "" ? file.Title : use.Title;
        html.Open("div", ("class", "file")).Open("p", ("dir", "auto")).Element("a", title, ("href", LinkSafety.Clean(file.Url)), ("download", ""));
        if (file.Details != "") html.Text(" ").Element("span", file.Details, ("class", "file-details"));
        html.Close();
        // Nothing of it is fetched before a reader presses play.
        if (file.IsAudio) html.Open("audio", ("controls", ""), ("preload", "none"), ("src", LinkSafety.Clean(file.Url)), ("aria-label", title)).Close();
        html.Close();
    }

    private protected override void Related(RelatedBox box, IReadOnlyList<ArticlePart> stories)
    {
        var title = box.Title == "" ? parts.Words.Related : box.Title;
        html.Open("nav", ("class", "related"), ("aria-labelledby", $"r-{box.Id}"))
            .Element("p", title, ("class", "related-title"), ("id", $"r-{box.Id}"), ("dir", "auto")).Open("ul");
        foreach (var story in stories)
        {
            html.Open("li", ("dir", "auto"));
            if (story.Kind != "") html.Element("span", story.Kind, ("class", "kind")).Text(" ");
            html.Element("a", story.Headline, ("href", LinkSafety.Clean(story.Url))).Close();
        }

        html.Close().Close();
    }

    // The frame's address waits in data-embed until a reader asks for it: nothing is loaded from
    // elsewhere before (decision 9), and without script the link is all there is.
    private protected override void Embed(EmbedBlock block)
    {
        if (parts.Embeds.Recognise(block.Url) is not { } embed) return;
        var isLink = embed.Provider == EmbedProviders.Link;
        html.Open(
            "figure", ("class", isLink ? "embed embed-link" : "embed"), ("data-embed", embed.Frame), ("data-provider", isLink ? null : embed.Provider),
            ("data-ratio", embed.Ratio), ("data-embed-label", isLink ? null : Words(parts.Words.LoadEmbed, embed)));
        html.Element("p", embed.Name, ("class", "embed-provider"));
        html.Open("p", ("class", "embed-title"), ("dir", "auto"))
            .Element("a", block.Title == "" ? Words(parts.Words.OpenEmbed, embed) : block.Title, ("href", embed.Url), ("rel", Relation(embed.Url))).Close();
        html.Close();
    }

    private static string Words(string form, Embed embed) => form.Replace("{0}", embed.Name, StringComparison.Ordinal);

    private string? Relation(string href) => !LeavesThePaper(href) ? null : LinkRelation is null ? "external noopener" : $"external noopener {LinkRelation}";

    // Not by Uri alone: on Linux it takes "/x" and "//host/x" for files.
    private bool LeavesThePaper(string href)
    {
        var address = href.StartsWith("//", StringComparison.Ordinal) ? $"https:{href}" : href;
        return LinkSafety.IsWebAddress(address) && !string.Equals(new Uri(address).Host, OwnHost ?? OwnAddress?.Host, StringComparison.OrdinalIgnoreCase);
    }
}
