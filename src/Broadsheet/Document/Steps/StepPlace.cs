namespace Broadsheet.Document.Steps;

/// <summary>A position with the nodes around it, the outermost first: ProseMirror's resolved position.</summary>
internal sealed class StepPlace
{
    private readonly List<(StepNode Node, int Index, int Start)> _path = [];

    private StepPlace(int position) => Position = position;

    public int Position { get; }

    /// <summary>How many nodes deep it lies; 0 is in the document itself.</summary>
    public int Depth => _path.Count - 1;

    public int ParentOffset { get; private set; }

    public StepNode Parent => Node(Depth);

    public StepNode Node(int depth) => depth < _path.Count ? _path[depth].Node : throw new StepException("too deep");

    public int Index(int depth) => _path[depth].Index;

    public int IndexAfter(int depth) => Index(depth) + (depth == Depth && TextOffset == 0 ? 0 : 1);

    public int Start(int depth) => depth == 0 ? 0 : _path[depth - 1].Start + 1;

    public int End(int depth) => Start(depth) + Node(depth).Content.Size;

    /// <summary>How far into a text it points; 0 between nodes.</summary>
    public int TextOffset => Position - _path[^1].Start;

    public StepNode After => Parent.Content[Index(Depth)] is var node && TextOffset > 0 ? node.Cut(TextOffset, node.Size) : Parent.Content[Index(Depth)];

    /// <summary>The part of the text before it; asked only inside one.</summary>
    public StepNode TextBefore => Parent.Content[Index(Depth)].Cut(0, TextOffset);

    public int SharedDepth(int position)
    {
        for (var depth = Depth; depth > 0; depth--)
            if (Start(depth) <= position && End(depth) >= position) return depth;
        return 0;
    }

    public static StepPlace In(StepNode document, int position)
    {
        if (position < 0 || position > document.Content.Size) throw new StepException($"position {position} is outside");

        var place = new StepPlace(position);
        var (node, start, offset) = (document, 0, position);
        while (true)
        {
            var (index, begin) = node.Content.Find(offset);
            place._path.Add((node, index, start + begin));
            place.ParentOffset = offset;
            if (offset == begin) return place;

            node = node.Content[index];
            if (node.IsText) return place;
            offset = offset - begin - 1;
            start += begin + 1;
        }
    }
}
