using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using static Broadsheet.Words.Texts;

namespace Broadsheet.Document.Reading;

/// <summary>
/// Parses foreign HTML within bounds. The parser's work grows with the square of the depth (100,000
/// nested elements took it two minutes), so a page that no person wrote is refused while it is read.
/// </summary>
internal sealed class HtmlGuard
{
    private const int MaxDepth = 512;
    private const int MaxElements = 250_000;

    private int elements;
    private IElement? last;

    public static IHtmlDocument Parse(string html)
    {
        var guard = new HtmlGuard();
        return new HtmlParser(new HtmlParserOptions { OnCreated = (element, _) => guard.Created(element) }).ParseDocument(html);
    }

    // An element gets its place after this call, so each look is at the one before; one in 64 is enough.
    private void Created(IElement element)
    {
        if (++elements > MaxElements) throw Refused(T("reading.tooManyElements", ("most", MaxElements)));
        if (elements % 64 == 0 && last is not null && IsTooDeep(last)) throw Refused(T("reading.pageTooDeep", ("most", MaxDepth)));
        last = element;
    }

    private static bool IsTooDeep(INode node)
    {
        var depth = 0;
        for (INode? at = node; at is not null && depth <= MaxDepth; at = at.Parent) depth++;
        return depth > MaxDepth;
    }

    private static DocumentException Refused(string message) => new([new("", message)]);
}
