using Broadsheet.Print.Lines;
using Broadsheet.Print.Pdf;

namespace Broadsheet.Print.Pages;

/// <summary>Sets a table of amounts; its head stands on every page that it reaches.</summary>
internal sealed class TableSetting(AmountTable table, Flow flow, PdfTag root)
{
    private const string ColumnHead = "/A<</O/Table/Scope/Column>>";

    private readonly TableColumns columns = TableColumns.For(table, flow.Typesetter, flow.Width);
    private readonly PdfTag tag = root.Add("Table");

    public void Write()
    {
        flow.Turn(TextStyle.Label.Leading + (2 * TextStyle.Body.Leading));
        WriteHead(tag.Add("TR"));
        foreach (var row in table.Rows) WriteRow([.. row.Select(cell => (SheetText)cell)], TextStyle.Body);

        if (table.Total is not { } total) return;

        flow.Rule(0.8);
        flow.Advance(3);
        WriteTotal(total.Words, total.Amount);
    }

    private void WriteHead(PdfTag? row)
    {
        var cells = table.Head.Select((head, i) => flow.Typesetter.Set(head, TextStyle.Label, columns.Widths[i], flow.IsRightToLeft)).ToArray();
        DrawCells(cells, TextStyle.Label, i => row?.Add("TH", ColumnHead));
        flow.Advance(2);
        flow.Rule(0.8);
        flow.Advance(3);
    }

    private void WriteRow(IReadOnlyList<SheetText> texts, TextStyle style)
    {
        var cells = texts.Select((text, i) => flow.Typesetter.Set(text, style, columns.Widths[i], ValueDirection.Of(text, flow.IsRightToLeft))).ToArray();
        if (flow.Turn(cells.Max(lines => lines.Count) * style.Leading)) WriteHead(null);
        var row = tag.Add("TR");
        DrawCells(cells, style, _ => row.Add("TD"));
        flow.Advance(2);
    }

    private void WriteTotal(string words, string amount)
    {
        if (flow.Turn(TextStyle.Strong.Leading)) WriteHead(null);
        var row = tag.Add("TR");
        var head = row.Add("TH", $"/A<</O/Table/Scope/Row/ColSpan {table.Head.Count - 1}>>");
        var start = columns.Starts[^1];
        flow.Draw(flow.Typesetter.Set(words, TextStyle.Strong, start, flow.IsRightToLeft), TextStyle.Strong, 0, start, head, flow.IsRightToLeft);
        flow.Draw(flow.Typesetter.Set(amount, TextStyle.Strong, double.MaxValue, ValueDirection.Of(amount, flow.IsRightToLeft)), TextStyle.Strong, start, columns.Widths[^1], row.Add("TD"), isAtRight: true);
        flow.Advance(TextStyle.Strong.Leading);
    }

    private void DrawCells(IReadOnlyList<List<Line>> cells, TextStyle style, Func<int, PdfTag?> tagOf)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            // Amounts end at the right in either direction: their figures, which all run to the right, then stand below each other.
            var isAtRight = flow.IsRightToLeft || i == cells.Count - 1;
            flow.Draw(cells[i], style, columns.Starts[i], columns.Widths[i], tagOf(i), isAtRight);
        }

        flow.Advance(cells.Max(lines => lines.Count) * style.Leading);
    }
}
