using System.Globalization;
using AngleSharp.Dom;
using static Broadsheet.Words.Texts;

namespace Broadsheet.Document.Reading;

/// <summary>Tables of data stay tables; those that only lay out a page are taken apart in reading order.</summary>
internal static class HtmlTable
{
    public static IEnumerable<Block> Read(IElement table, InlineStyle style, HtmlWalk walk)
    {
        var parts = Parts(table).ToList();
        var rows = parts.Where(part => part.LocalName == "tr").ToList();
        var around = parts.Where(part => part.LocalName != "tr").SelectMany(part => walk.Inside([part], style)).ToList();

        var read = rows.Select(row => row.Children.Select(cell => (cell, content: Content(cell, style, walk))).ToList()).Where(row => row.Count > 0).ToList();
        var isLayout = table.GetAttribute("role") is "presentation" or "none" || read.Sum(row => row.Count) < 2
            || read.Any(row => row.Any(cell => !Flow(cell.content).All(Fitting.IsFlow)));
        if (!isLayout) return [.. around, new TableBlock("", [.. read.Select(row => new TableRow([.. row.Select(cell => Cell(cell.cell, Flow(cell.content)))]))])];

        if (read.Sum(row => row.Count) > 1) walk.Context.Note(ReadingNoteKind.Table, T("reading.note.table"), HtmlText.Line(table));
        return [.. around, .. read.SelectMany(row => row).SelectMany(cell => cell.content)];
    }

    // Rows, and whatever else has got between them (a caption, a form), in reading order.
    private static IEnumerable<IElement> Parts(IElement table) =>
        table.Children.SelectMany(child => child.LocalName is "thead" or "tbody" or "tfoot" ? Parts(child) : [child]);

    private static List<Block> Content(IElement cell, InlineStyle style, HtmlWalk walk)
    {
        if (cell.LocalName is not ("td" or "th")) return walk.Inside([cell], style);
        var css = new CssDeclarations(cell.GetAttribute("style"));
        return HtmlLeftOut.IsLeftOut(cell, css, walk.Context) ? [] : walk.Inside(cell.ChildNodes, style.Within(cell, css), HtmlWalk.Dir(cell));
    }

    private static List<Block> Flow(List<Block> content) => [.. content.SelectMany(Fitting.AsFlow)];

    private static TableCell Cell(IElement cell, List<Block> content)
    {
        var isHeader = cell.LocalName == "th" || cell.ParentElement?.ParentElement?.LocalName == "thead";
        return new(content.Count == 0 ? [new Paragraph("", [])] : [.. content], isHeader, Span(cell, "colspan", 100), Span(cell, "rowspan", 1000));
    }

    private static int Span(IElement cell, string name, int most) =>
        int.TryParse(cell.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? Math.Clamp(span, 1, most) : 1;
}
