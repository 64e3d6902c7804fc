namespace Broadsheet.Document;

/// <summary>Ids that a document names, so that a feature loads all of them at once before rendering.</summary>
public sealed record References(IReadOnlySet<Guid> Pictures, IReadOnlySet<Guid> Articles, IReadOnlySet<Guid> Files)
{
    internal static References In(Nodes<Block> content)
    {
        var blocks = content.SelectMany(BlockTree.All).ToList();
        return new(
            blocks.OfType<PictureBlock>().Select(block => block.Picture).ToHashSet(),
            blocks.OfType<RelatedBox>().SelectMany(block => block.Articles).ToHashSet(),
            blocks.OfType<FileBlock>().Select(block => block.File).ToHashSet());
    }
}

internal static class BlockTree
{
    /// <summary>The block and every block inside it, in reading order.</summary>
    public static IEnumerable<Block> All(Block block) => Inside(block).SelectMany(All).Prepend(block);

    private static IEnumerable<Block> Inside(Block block) => block switch
    {
        BlockQuote quote => quote.Content,
        FactBox box => box.Content,
        Gallery gallery => gallery.Pictures,
        ListBlock list => list.Items.SelectMany(item => item.Content),
        TableBlock table => table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Content),
        _ => [],
    };
}
