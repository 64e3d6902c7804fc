namespace Broadsheet.Document;

/// <summary>A block with other blocks in it, made anew over what becomes of these.</summary>
internal static class BlockParts
{
    /// <summary>Null when nothing is left in it. A block that holds none is given back as it is.</summary>
    public static Block? With(Block block, Func<IEnumerable<Block>, Nodes<Block>> become) => block switch
    {
        BlockQuote quote => become(quote.Content) is { Count: > 0 } content ? quote with { Content = content } : null,
        FactBox box => become(box.Content) is { Count: > 0 } content ? box with { Content = content } : null,
        Gallery gallery => become(gallery.Pictures) is { Count: > 0 } pictures ? gallery with { Pictures = [.. pictures.Cast<PictureBlock>()] } : null,
        ListBlock list => Items(list, become) is { Count: > 0 } items ? list with { Items = items } : null,
        TableBlock table => table with { Rows = [.. table.Rows.Select(row => new TableRow([.. row.Cells.Select(cell => Cell(cell, become))]))] },
        _ => block,
    };

    // A list item begins with a paragraph. One that lost its own goes on in the item before.
    private static Nodes<ListItem> Items(ListBlock list, Func<IEnumerable<Block>, Nodes<Block>> become)
    {
        var items = new List<ListItem>();
        foreach (var item in list.Items)
        {
            var content = become(item.Content);
            if (content is []) continue;
            if (content[0] is Paragraph) items.Add(new(content));
            else if (items is [.., var last]) items[^1] = new([.. last.Content, .. content]);
            else items.Add(new([Empty(list.Id), .. content]));
        }

        return [.. items];
    }

    // A cell keeps its place in the table.
    private static TableCell Cell(TableCell cell, Func<IEnumerable<Block>, Nodes<Block>> become) =>
        become(cell.Content) is { Count: > 0 } content ? cell with { Content = content } : cell with { Content = [Empty(cell.Content[0].Id)] };

    private static Paragraph Empty(string after) => new(after[..Math.Min(after.Length, 39)] + "-", []);
}
