namespace Broadsheet.Document.Reading;

/// <summary>A list as it is read: closed before what no list can hold, and gone on with after it at the right number.</summary>
internal sealed class ListParts(bool isOrdered, int start)
{
    private readonly List<Block> parts = [];
    private readonly List<ListItem> items = [];
    private int next = start;

    public void Item(List<Block> content)
    {
        var inside = new List<Block>();
        var isBroken = false;
        foreach (var block in content.SelectMany(Fitting.AsFlow))
        {
            if (Fitting.IsFlow(block) && !isBroken)
            {
                inside.Add(block);
                continue;
            }

            Close(inside);
            parts.Add(block);
            isBroken = true;
        }

        if (inside.Count > 0) items.Add(Fitting.Item(inside));
    }

    /// <summary>What belongs to the item before.</summary>
    public void Deeper(List<Block> blocks)
    {
        foreach (var block in blocks)
        {
            if (block is ListBlock && items.Count > 0) items[^1] = new([.. items[^1].Content, block]);
            else Item([block]);
        }
    }

    public List<Block> Finish()
    {
        Close([]);
        return parts;
    }

    private void Close(List<Block> inside)
    {
        if (inside.Count > 0) items.Add(Fitting.Item(inside));
        inside.Clear();
        if (items.Count == 0) return;
        parts.Add(isOrdered ? new OrderedList("", [.. items], next) : new BulletList("", [.. items]));
        next += items.Count;
        items.Clear();
    }
}
