using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Broadsheet.Document.Reading;

/// <summary>Which elements stand on lines of their own.</summary>
internal static class HtmlBlocks
{
    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet([
        "address", "article", "aside", "body", "caption", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "footer",
        "form", "frameset", "header", "hgroup", "html", "legend", "li", "listing", "main", "nav", "option", "optgroup", "p", "plaintext", "pre", "search",
        "section", "select", "summary", "tbody", "td", "textarea", "tfoot", "th", "thead", "tr", "xmp",
    ]);

    public static bool IsBlock(IElement element, CssDeclarations css) =>
        Names.Contains(element.LocalName) ? !css["display"].StartsWith("inline", StringComparison.Ordinal) : css["display"] == "block";
}

internal static class HtmlHeadings
{
    /// <summary>The level in our document, 2 to 4; null when the element is no heading. Shift makes room for a first level.</summary>
    public static int? Level(IElement element, CssDeclarations css, int shift) => Source(element, css) is { } level ? Math.Clamp(level + shift, 2, 4) : null;

    private static int? Source(IElement element, CssDeclarations css) => element.LocalName switch
    {
        ['h', >= '1' and <= '6' and var digit] => digit - '0',
        _ when element.GetAttribute("role") == "heading" => int.TryParse(element.GetAttribute("aria-level"), out var level) ? level : 2,
        "p" when element.ClassList.Contains("MsoTitle") => 1,
        "p" when int.TryParse(css["mso-outline-level"], out var level) && level <= 6 => level,
        _ => null,
    };
}
