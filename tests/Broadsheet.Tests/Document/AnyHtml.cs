using CsCheck;

namespace Broadsheet.Tests.Document;

/// <summary>Trees of HTML as nobody would write them: every element inside every other, unclosed and misnested.</summary>
internal static class AnyHtml
{
    private static readonly string[] Elements = [
        "p", "div", "b", "i", "em", "strong", "span", "a href=\"https://example.org/x\"", "a href=\"javascript:x\"", "ul", "ol", "li", "ol start=\"3\"", "blockquote",
        "h1", "h2", "h5", "table", "tr", "td", "th", "tbody", "thead", "caption", "pre", "figure", "figcaption", "aside", "section", "dl", "dt", "dd", "sup", "sub",
        "center", "font", "x-unknown", "o:p", "details", "summary", "form", "button", "label", "svg", "text", "math", "ruby", "rt", "address", "template", "noscript",
        "div class=\"fact-box\"", "aside class=\"fact-box\"", "blockquote class=\"pull-quote\"", "figure class=\"pull-quote\"", "cite", "div class=\"wp-caption\"", "q",
        "p style=\"mso-list:l0 level2 lfo1\"", "li data-aria-level=\"2\"", "b style=\"font-weight:normal\"", "span style=\"white-space:pre-wrap\"", "div dir=\"rtl\"", "object", "video", "dialog", "menu",
    ];

    private static readonly Gen<string> Words = Gen.OneOf("wall", "harbour ", " sea\n", "שלום", "مرفأ", "a&amp;b", "&lt;script&gt;", "&nbsp;", "🌊", "  ", "x&#0;y", "潟");

    private static readonly Gen<string> Alone = Gen.OneOf("<br>", "<hr>", "<img src=x alt=y>", "<!-- c -->", "<![if !supportLists]>", "<iframe src=\"https://youtu.be/abcdefghijk\"></iframe>", "<input>", "<wbr>");

    public static Gen<string> Pages { get; } = Tree(6).Array[1, 6].Select(string.Concat);

    private static Gen<string> Tree(int depth) => depth == 0 ? Words : Gen.Frequency(
        (3, Words), (1, Alone), (5, Gen.Select(Gen.OneOf(Elements), Tree(depth - 1).Array[0, 4], Gen.Int[0, 9], (element, inside, close) =>
            // One in ten is left open: parsers move things about then, and readers meet what they made of it.
            $"<{element}>{string.Concat(inside)}{(close == 0 ? "" : $"</{element.Split(' ')[0]}>")}")));
}
