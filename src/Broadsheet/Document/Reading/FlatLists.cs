namespace Broadsheet.Document.Reading;

/// <summary>An item of a list that its source wrote as a paragraph with a level (Word). Level 1 is the outermost.</summary>
internal sealed record ListEntry(int Level, bool IsOrdered, int Start, Nodes<Block> Content) : Block("");

/// <summary>Makes real lists of neighbouring entries.</summary>
internal static class FlatLists
{
    public static List<Block> Assemble(List<Block> blocks)
    {
        var assembled = new List<Block>();
        for (var index = 0; index < blocks.Count;)
        {
            if (blocks[index] is not ListEntry)
            {
                assembled.Add(blocks[index++]);
                continue;
            }

            var entries = blocks.Skip(index).TakeWhile(block => block is ListEntry).Cast<ListEntry>().ToList();
            index += entries.Count;
            var next = 0;
            while (next < entries.Count) assembled.Add(List(entries, ref next, Math.Max(1, entries[next].Level)));
        }

        return assembled;
    }

    // One list of this level: deeper entries go into the item before them; a shallower one, or a
    // change between numbers and bullets, ends it.
    private static ListBlock List(List<ListEntry> entries, ref int next, int level)
    {
        var first = entries[next];
        var items = new List<ListItem>();
        while (next < entries.Count && entries[next].Level >= level)
        {
            var entry = entries[next];
            if (entry.Level > level && items.Count > 0 && level < Fitting.MaxListDepth)
            {
                var inner = List(entries, ref next, entry.Level);
                items[^1] = new([.. items[^1].Content, inner]);
                continue;
            }

            if (entry.Level <= level && entry.IsOrdered != first.IsOrdered) break;
            items.Add(new(entry.Content));
            next++;
        }

        return first.IsOrdered ? new OrderedList("", [.. items], first.Start) : new BulletList("", [.. items]);
    }
}
