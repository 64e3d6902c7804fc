namespace Broadsheet.Document.Rendering;

/// <summary>A picture with its caption and credit, as body and galleries print it.</summary>
internal static class PageFigure
{
    public static void Write(HtmlWriter html, PictureBlock use, PicturePart picture, string? sizes = null)
    {
        var size = use.Size.ToString().ToLowerInvariant();
        sizes ??= Sizes(use.Size);
        html.Open("figure", ("class", use.Size == PictureSize.Column ? "picture" : $"picture picture-{size}"));

        var sources = picture.Sources ?? [];
        if (sources.Count > 0) html.Open("picture");
        foreach (var source in sources) html.Void("source", ("type", source.Type), ("srcset", source.SrcSet), ("sizes", sizes));
        html.Void(
            "img", ("src", LinkSafety.Clean(picture.Url)), ("alt", use.AltText ?? picture.AltText),
            ("width", $"{picture.Width}"), ("height", $"{picture.Height}"), ("loading", "lazy"), ("decoding", "async"));
        if (sources.Count > 0) html.Close();

        Caption(html, use.Caption ?? picture.Caption, picture.Credit);
        html.Close();
    }

    private static void Caption(HtmlWriter html, string caption, string credit)
    {
        if (caption == "" && credit == "") return;
        html.Open("figcaption", ("dir", "auto"));
        if (caption != "") html.Element("span", caption, ("class", "caption"));
        if (caption != "" && credit != "") html.Text(" ");
        if (credit != "") html.Element("span", credit, ("class", "credit"));
        html.Close();
    }

    // The measure of the column and of what breaks it, as the default theme sets them.
    private static string Sizes(PictureSize size) => size switch
    {
        PictureSize.Half => "(min-width: 48em) 20rem, 100vw",
        PictureSize.Wide => "(min-width: 64em) 60rem, 100vw",
        PictureSize.Full => "100vw",
        _ => "(min-width: 48em) 42rem, 100vw",
    };
}
