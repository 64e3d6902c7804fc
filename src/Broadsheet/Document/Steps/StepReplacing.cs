namespace Broadsheet.Document.Steps;

/// <summary>
/// ProseMirror's replace: a range is taken out, a slice put in, and what is open on both sides is joined. It must do exactly what
/// the editor does, since positions of later steps count on it; a test holds it against the library.
/// </summary>
internal static class StepReplacing
{
    public static StepNode Replace(this StepNode document, int from, int to, StepSlice slice)
    {
        if (to < from) throw new StepException("a range that ends before it begins");
        var (start, end) = (StepPlace.In(document, from), StepPlace.In(document, to));
        if (slice.OpenStart > start.Depth) throw new StepException("deeper than its place");
        if (start.Depth - slice.OpenStart != end.Depth - slice.OpenEnd) throw new StepException("open at different depths");
        return Outer(start, end, slice, 0);
    }

    private static StepNode Outer(StepPlace from, StepPlace to, StepSlice slice, int depth)
    {
        var (index, node) = (from.Index(depth), from.Node(depth));
        if (index == to.Index(depth) && depth < from.Depth - slice.OpenStart)
            return node.With(node.Content.WithChild(index, Outer(from, to, slice, depth + 1)));
        if (slice.Content.Size == 0) return node.Closed(TwoWay(from, to, depth));
        if (slice is { OpenStart: 0, OpenEnd: 0 } && from.Depth == depth && to.Depth == depth)
        {
            var content = from.Parent.Content;
            return from.Parent.Closed(content.Cut(0, from.ParentOffset).Append(slice.Content).Append(content.Cut(to.ParentOffset, content.Size)));
        }
        var (start, end) = Prepare(slice, from);
        return node.Closed(ThreeWay(from, start, end, to, depth));
    }

    /// <summary>The slice inside copies of the nodes that it will stand in, so that both can be walked alike.</summary>
    private static (StepPlace Start, StepPlace End) Prepare(StepSlice slice, StepPlace along)
    {
        var extra = along.Depth - slice.OpenStart;
        var node = along.Node(extra).With(slice.Content);
        for (var depth = extra - 1; depth >= 0; depth--) node = along.Node(depth).With(StepContent.Of(node));
        return (StepPlace.In(node, slice.OpenStart + extra), StepPlace.In(node, node.Content.Size - slice.OpenEnd - extra));
    }

    private static StepContent ThreeWay(StepPlace from, StepPlace start, StepPlace end, StepPlace to, int depth)
    {
        var openStart = from.Depth > depth ? Joined(from, start, depth + 1) : null;
        var openEnd = to.Depth > depth ? Joined(end, to, depth + 1) : null;
        var content = new List<StepNode>();
        Add(null, from, depth, content);
        if (openStart is not null && openEnd is not null && start.Index(depth) == end.Index(depth))
        {
            DemandJoin(openStart, openEnd);
            StepContent.Add(content, openStart.Closed(ThreeWay(from, start, end, to, depth + 1)));
        }
        else
        {
            if (openStart is not null) StepContent.Add(content, openStart.Closed(TwoWay(from, start, depth + 1)));
            Add(start, end, depth, content);
            if (openEnd is not null) StepContent.Add(content, openEnd.Closed(TwoWay(end, to, depth + 1)));
        }
        Add(to, null, depth, content);
        return StepContent.Of(content);
    }

    private static StepContent TwoWay(StepPlace from, StepPlace to, int depth)
    {
        var content = new List<StepNode>();
        Add(null, from, depth, content);
        if (from.Depth > depth) StepContent.Add(content, Joined(from, to, depth + 1).Closed(TwoWay(from, to, depth + 1)));
        Add(to, null, depth, content);
        return StepContent.Of(content);
    }

    private static StepNode Joined(StepPlace before, StepPlace after, int depth)
    {
        var node = before.Node(depth);
        DemandJoin(node, after.Node(depth));
        return node;
    }

    private static void DemandJoin(StepNode main, StepNode sub)
    {
        if (!sub.Type.Joins(main.Type)) throw new StepException($"{sub.Type.Name} cannot be joined to {main.Type.Name}");
    }

    /// <summary>The children between two places; null is the node's beginning or its end.</summary>
    private static void Add(StepPlace? start, StepPlace? end, int depth, List<StepNode> target)
    {
        var node = (end ?? start!).Node(depth);
        var (first, last) = (0, end?.Index(depth) ?? node.Content.Count);
        if (start is not null)
        {
            first = start.Index(depth);
            if (start.Depth > depth) first++;
            else if (start.TextOffset > 0)
            {
                StepContent.Add(target, start.After);
                first++;
            }
        }
        for (var index = first; index < last; index++) StepContent.Add(target, node.Content[index]);
        if (end is not null && end.Depth == depth && end.TextOffset > 0) StepContent.Add(target, end.TextBefore);
    }
}
