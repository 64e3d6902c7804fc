using System.Xml.Linq;
using static Broadsheet.Document.Docx.Wml;

namespace Broadsheet.Document.Docx;

/// <summary>A table on Word's grid: a cell that reaches over rows is written again, empty, in each of them.</summary>
internal static class DocxTable
{
    /// <param name="content">What stands in a cell. A paragraph must be the last.</param>
    public static XElement Of(TableBlock table, bool isRightToLeft, Func<TableCell, IEnumerable<XElement>> content)
    {
        // By column: how many rows more the cell above reaches, and how wide it is.
        var above = new Dictionary<int, (int Rows, int Width)>();
        var (rows, columns) = (new List<XElement>(), 1);
        foreach (var row in table.Rows)
        {
            var (made, at) = (new XElement(W + "tr"), 0);
            if (row.Cells.All(cell => cell.IsHeader)) made.Add(new XElement(W + "trPr", On("tblHeader")));
            foreach (var cell in row.Cells)
            {
                at = Continued(above, at, made);
                made.Add(Cell(cell.ColSpan, cell.RowSpan > 1 ? "restart" : null, content(cell)));
                if (cell.RowSpan > 1) above[at] = (cell.RowSpan - 1, cell.ColSpan);
                at += cell.ColSpan;
            }
            columns = Math.Max(columns, Continued(above, at, made));
            // A row of nothing is none in Word.
            if (made.Element(W + "tc") is null) made.Add(Cell(1, null, [On("p")]));
            rows.Add(made);
        }

        return new(W + "tbl",
            new XElement(W + "tblPr", Val("tblStyle", "TableGrid"), isRightToLeft ? On("bidiVisual") : null, new XElement(W + "tblW", At("w", 0), At("type", "auto"))),
            new XElement(W + "tblGrid", Enumerable.Repeat(0, columns).Select(_ => On("gridCol"))), rows);
    }

    private static int Continued(Dictionary<int, (int Rows, int Width)> above, int at, XElement row)
    {
        while (above.Remove(at, out var cell))
        {
            row.Add(Cell(cell.Width, "continue", [On("p")]));
            if (cell.Rows > 1) above[at] = (cell.Rows - 1, cell.Width);
            at += cell.Width;
        }
        return at;
    }

    private static XElement Cell(int width, string? merge, IEnumerable<XElement> content) => new(W + "tc",
        new XElement(W + "tcPr", width > 1 ? Val("gridSpan", width) : null, merge is null ? null : Val("vMerge", merge)), content);
}
