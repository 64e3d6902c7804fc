namespace Broadsheet.Document;

public sealed partial record DraftDocument
{
    /// <summary>The same document with other text in its blocks; everything else stays as it is.</summary>
    public DraftDocument WithText(Func<TextBlock, Nodes<Inline>> text) => new([.. Content.Select(block => WithText(block, text))]);

    private static Block WithText(Block block, Func<TextBlock, Nodes<Inline>> text)
    {
        return block switch
        {
            TextBlock own => own with { Content = text(own) },
            BlockQuote quote => quote with { Content = Inside(quote.Content) },
            BulletList list => list with { Items = [.. list.Items.Select(item => new ListItem(Inside(item.Content)))] },
            OrderedList list => list with { Items = [.. list.Items.Select(item => new ListItem(Inside(item.Content)))] },
            TableBlock table => table with { Rows = [.. table.Rows.Select(row => new TableRow([.. row.Cells.Select(cell => cell with { Content = Inside(cell.Content) })]))] },
            FactBox box => box with { Content = Inside(box.Content) },
            _ => block,
        };

        Nodes<Block> Inside(Nodes<Block> content) => [.. content.Select(one => WithText(one, text))];
    }
}
