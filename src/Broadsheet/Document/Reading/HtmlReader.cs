using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using static Broadsheet.Words.Texts;

namespace Broadsheet.Document.Reading;

/// <summary>
/// Reads pasted or imported HTML into a document: from Word, Google Docs, LibreOffice, web pages.
/// No text is lost: what is unknown keeps its words, and what cannot be kept is in the notes.
/// </summary>
public static class HtmlReader
{
    /// <exception cref="DocumentException">More than a document can hold.</exception>
    public static DocumentReading Read(string html, ReadingOptions? options = null)
    {
        var context = new ReadingContext(options ?? new());
        return context.Finish(Blocks(html, context));
    }

    internal static List<Block> Blocks(string html, ReadingContext context, int? headingShift = null)
    {
        var limit = Schema.Current.Limits.JsonBytes;
        if (html.Length > limit || Encoding.UTF8.GetByteCount(html) > limit) throw new DocumentException([new("", T("reading.tooLarge", ("most", limit)))]);

        using var document = HtmlGuard.Parse(html);
        context.IsFromOffice = IsFromOffice(html);
        var shift = headingShift ?? (document.QuerySelector("h1, [aria-level='1'][role=heading], p.MsoTitle") is null ? 0 : 1);
        return document.Body is { } body ? Fitting.Shallow(new HtmlWalk(context, shift).Inside([.. Head(document, html), .. Shadow(body), .. body.ChildNodes], new())) : [];
    }

    // The parser moves what a piece of text begins with (a script, a title) into a head that nobody wrote: it belongs to the
    // text and to the report. A head that was written says things about a page, and is none of the text.
    private static IEnumerable<INode> Head(IHtmlDocument document, string html) =>
        document.Head is { } head && !html.Contains("<head", StringComparison.OrdinalIgnoreCase) ? [.. Shadow(head), .. head.ChildNodes] : [];

    /// <summary>What a template with shadowrootmode said of its parent: it stands beside the tree.</summary>
    internal static IEnumerable<INode> Shadow(IElement element) => element.ShadowRoot?.ChildNodes ?? Enumerable.Empty<INode>();

    private static bool IsFromOffice(string html) =>
        html.Contains("urn:schemas-microsoft-com:office", StringComparison.Ordinal) || html.Contains("class=\"Mso", StringComparison.Ordinal)
        || html.Contains("class=Mso", StringComparison.Ordinal) || html.Contains("docs-internal-guid", StringComparison.Ordinal)
        || html.Contains("content=\"LibreOffice", StringComparison.Ordinal) || html.Contains("SCXW", StringComparison.Ordinal);
}
