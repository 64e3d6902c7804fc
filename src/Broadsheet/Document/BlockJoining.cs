namespace Broadsheet.Document;

/// <summary>Text blocks that go on from the one before, put together with it. One that has none right before it stays by itself, if anything is left of it.</summary>
internal sealed class BlockJoining(HashSet<string> joining)
{
    private readonly Dictionary<string, Nodes<Inline>> texts = [];
    private readonly HashSet<string> gone = [];

    public Nodes<Block> Over(Nodes<Block> content)
    {
        Read(content, null);
        return Blocks(content);
    }

    /// <returns>The text that a block after these could go on from.</returns>
    private TextBlock? Read(IEnumerable<Block> blocks, TextBlock? before)
    {
        foreach (var block in blocks) before = Read(block, before);
        return before;
    }

    private TextBlock? Read(Block block, TextBlock? before)
    {
        // What goes or comes as a whole, once somebody decides that, takes no words of its neighbours along.
        if (block.Change is { Kind: BlockChangeKind.Insertion or BlockChangeKind.Deletion })
        {
            ReadWithin(block, null);
            return null;
        }

        return ReadWithin(block, before);
    }

    private TextBlock? ReadWithin(Block block, TextBlock? before)
    {
        switch (block)
        {
            case TextBlock text when before is not null && joining.Contains(text.Id):
                texts[before.Id] = InlineText.Join(texts.GetValueOrDefault(before.Id, before.Content).Concat(text.Content));
                gone.Add(text.Id);
                return before;
            case TextBlock { Content.Count: 0 } empty when joining.Contains(empty.Id):
                gone.Add(empty.Id);
                return before;
            case TextBlock text: return text;
            case BlockQuote quote: return Read(quote.Content, before);
            case FactBox box: return Read(box.Content, before);
            case ListBlock list: return Read(list.Items.SelectMany(item => item.Content), before);
            case TableBlock table:
                foreach (var cell in table.Rows.SelectMany(row => row.Cells)) Read(cell.Content, null);
                return null;
            default: return null;
        }
    }

    private Nodes<Block> Blocks(IEnumerable<Block> blocks) => [.. blocks.Where(block => !gone.Contains(block.Id)).Select(Block).OfType<Block>()];

    private Block? Block(Block block) => block is TextBlock text
        ? texts.TryGetValue(text.Id, out var joined) ? text with { Content = joined } : text
        : BlockParts.With(block, Blocks);
}
