using System.Text.Json;

namespace Broadsheet.Document.Steps;

/// <summary>What is in a node, in its order; neighbouring texts of one markup are one.</summary>
internal sealed class StepContent
{
    public static readonly StepContent Empty = new([]);

    private readonly StepNode[] _nodes;

    private StepContent(StepNode[] nodes)
    {
        _nodes = nodes;
        foreach (var node in nodes) Size += node.Size;
    }

    public int Size { get; }
    public int Count => _nodes.Length;
    public StepNode this[int index] => index < _nodes.Length ? _nodes[index] : throw new StepException("a position without a node");
    public IEnumerable<StepNode> Nodes => _nodes;

    public static StepContent Of(params IEnumerable<StepNode> nodes)
    {
        var joined = new List<StepNode>();
        foreach (var node in nodes) Add(joined, node);
        return joined.Count == 0 ? Empty : new([.. joined]);
    }

    public static void Add(List<StepNode> nodes, StepNode node)
    {
        if (node.IsText && nodes is [.., { IsText: true } last] && last.HasSameMarkup(node)) nodes[^1] = last.WithText(last.Text + node.Text);
        else nodes.Add(node);
    }

    public StepContent Append(StepContent other) => Of([.. _nodes, .. other._nodes]);

    public StepContent WithChild(int index, StepNode node) => ReferenceEquals(_nodes[index], node) ? this : new([.. _nodes[..index], node, .. _nodes[(index + 1)..]]);

    /// <summary>The child at a position or before which it stands, and where that child begins.</summary>
    public (int Index, int Offset) Find(int position)
    {
        if (position == 0) return (0, 0);
        if (position == Size) return (_nodes.Length, Size);
        if (position < 0 || position > Size) throw new StepException("a position outside");

        for (var (index, start) = (0, 0); ; index++)
        {
            var end = start + _nodes[index].Size;
            if (end == position) return (index + 1, end);
            if (end > position) return (index, start);
            start = end;
        }
    }

    public StepContent Cut(int from, int to)
    {
        if (from == 0 && to == Size) return this;
        var cut = new List<StepNode>();
        var start = 0;
        foreach (var node in _nodes)
        {
            if (start >= to) break;
            var end = start + node.Size;
            if (end > from)
            {
                var inside = node.IsText ? 0 : 1;
                cut.Add(start >= from && end <= to ? node
                    : node.Cut(Math.Max(0, from - start - inside), Math.Min(node.IsText ? node.Size : node.Content.Size, to - start - inside)));
            }
            start = end;
        }
        return cut.Count == 0 ? Empty : new([.. cut]);
    }

    public bool Is(StepContent other) => ReferenceEquals(this, other)
        || (_nodes.Length == other._nodes.Length && _nodes.Zip(other._nodes).All(pair => pair.First.Is(pair.Second)));

    public static StepContent Read(JsonElement owner) =>
        owner.TryGetProperty("content", out var content) && content.ValueKind == JsonValueKind.Array ? Of(content.EnumerateArray().Select(StepNode.Read)) : Empty;

    public void Write(Utf8JsonWriter json)
    {
        if (_nodes.Length == 0) return;
        json.WriteStartArray("content");
        foreach (var node in _nodes) node.Write(json);
        json.WriteEndArray();
    }
}
