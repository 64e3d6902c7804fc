using AngleSharp.Dom;

namespace Broadsheet.Document.Reading;

/// <summary>A figure: pictures, frames or tables with a caption that goes where the schema has a place for it.</summary>
internal static class HtmlFigure
{
    public static bool IsFigure(IElement element) => element.LocalName == "figure" || element.ClassList.Contains("wp-caption");

    public static IEnumerable<Block> Read(IElement figure, InlineStyle style, HtmlWalk walk)
    {
        if (HtmlQuotes.IsPull(figure)) return HtmlQuotes.Pull(figure, style, walk);
        if (OurCard(figure, walk.Context) is { } card) return [card];

        var caption = figure.QuerySelector(":scope > figcaption, :scope > .wp-caption-text");
        var isGallery = figure.QuerySelectorAll("img").Length > 1;
        var content = walk.Inside(HtmlNodes.Without(figure, caption), style, HtmlWalk.Dir(figure));
        var words = caption is null ? "" : HtmlText.Line(caption);

        if (words == "") return isGallery ? Galleries(content) : content;
        if (content is [PictureBlock picture] && words.Length <= 2000) return [picture with { Caption = DocumentText.Clean(words) }];
        if (content is [EmbedBlock { Title: "" } embed] && words.Length <= 300) return [embed with { Title = DocumentText.Clean(words) }];

        return [.. isGallery ? Galleries(content) : content, .. walk.Inside([caption!], style)];
    }

    private static IEnumerable<Block> Galleries(IEnumerable<Block> blocks) =>
        Fitting.Wrap(blocks, block => block is PictureBlock, pictures => pictures.Count == 1 ? pictures[0] : new Gallery("", [.. pictures.Cast<PictureBlock>()]));

    // What our own page draws for an embed comes back as that embed.
    private static EmbedBlock? OurCard(IElement figure, ReadingContext context)
    {
        if (!figure.ClassList.Contains("embed") || figure.QuerySelector(":scope > .embed-title > a[href]") is not { } link || figure.Children.Length != 2) return null;
        return context.Options.Embeds.Recognise(link.GetAttribute("href")) is { } embed ? new("", embed.Url, embed.Provider, context.Fit(HtmlText.Line(link), 300)) : null;
    }
}
