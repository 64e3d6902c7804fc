using System.Text.Json;

namespace Broadsheet.Document.Steps;

/// <summary>
/// What differs between two documents, as few small replacements: blocks are found again by their ids, and inside one that changed
/// only the part between what both begin and end with is replaced.
/// </summary>
internal static class DocumentDifference
{
    /// <returns>From the end to the beginning, so that none moves another.</returns>
    public static List<Step> Between(StepNode before, StepNode after)
    {
        var steps = new List<Step>();
        Contents(before, after, 0, steps);
        steps.Reverse();
        // Pieces that would pass through something no editor allows are given up for one that does not.
        return Makes(before, after, steps) ? steps : [new ReplaceStep(0, before.Content.Size, new(after.Content, 0, 0))];
    }

    private static bool Makes(StepNode before, StepNode after, List<Step> steps)
    {
        try
        {
            return steps.Aggregate(before, (document, step) => step.ApplyTo(document)).Content.Is(after.Content);
        }
        catch (StepException)
        {
            return false;
        }
    }

    /// <param name="start">Where the content of the node begins.</param>
    private static void Contents(StepNode before, StepNode after, int start, List<Step> steps)
    {
        if (before.Content.Is(after.Content)) return;
        if (before.Type.HoldsText) Text(before.Content, after.Content, start, steps);
        else Children(before.Content, after.Content, start, steps);
    }

    private static void Text(StepContent before, StepContent after, int start, List<Step> steps)
    {
        var (same, sameAtEnd) = (CommonStart(before, after), CommonEnd(before, after));
        sameAtEnd = Math.Min(sameAtEnd, Math.Min(before.Size, after.Size) - same);
        steps.Add(new ReplaceStep(start + same, start + before.Size - sameAtEnd, new(after.Cut(same, after.Size - sameAtEnd), 0, 0)));
    }

    private static void Children(StepContent before, StepContent after, int start, List<Step> steps)
    {
        var pairs = Pairs(before, after);
        var (at, mine, theirs) = (start, 0, 0);
        foreach (var (old, fresh) in pairs.Append((before.Count, after.Count)))
        {
            Gap([.. Between(before, mine, old)], [.. Between(after, theirs, fresh)], at, steps);
            at += Between(before, mine, old).Sum(node => node.Size);
            if (old == before.Count) return;

            Contents(before[old], after[fresh], at + 1, steps);
            at += before[old].Size;
            (mine, theirs) = (old + 1, fresh + 1);
        }
    }

    // As many of the same kinds are the same ones with other attributes: who writes in them goes on writing.
    private static void Gap(StepNode[] old, StepNode[] fresh, int at, List<Step> steps)
    {
        if (old.Length == 0 && fresh.Length == 0) return;
        if (old.Length != fresh.Length || old.Zip(fresh).Any(pair => pair.First.Type != pair.Second.Type))
        {
            steps.Add(new ReplaceStep(at, at + old.Sum(node => node.Size), new(StepContent.Of(fresh), 0, 0)));
            return;
        }
        foreach (var (one, other) in old.Zip(fresh))
        {
            foreach (var (name, index) in one.Type.Attrs.Keys.Select((name, index) => (name, index)))
                if (!JsonElement.DeepEquals(one.Attributes[index], other.Attributes[index])) steps.Add(new AttributeStep(at, name, other.Attributes[index]));
            Contents(one, other, at + 1, steps);
            at += one.Size;
        }
    }

    private static IEnumerable<StepNode> Between(StepContent content, int from, int to) => content.Nodes.Skip(from).Take(to - from);

    /// <summary>Children that are the same one before and after, in rising order on both sides.</summary>
    private static List<(int Old, int New)> Pairs(StepContent before, StepContent after)
    {
        var (old, fresh) = (before.Nodes.ToArray(), after.Nodes.ToArray());
        var (first, last) = (0, 0);
        while (first < old.Length && first < fresh.Length && IsSameOne(old[first], fresh[first])) first++;
        while (last < old.Length - first && last < fresh.Length - first && IsSameOne(old[^(last + 1)], fresh[^(last + 1)])) last++;

        var pairs = Enumerable.Range(0, first).Select(at => (at, at)).ToList();
        pairs.AddRange(Longest(old[first..^last], fresh[first..^last]).Select(pair => (pair.Old + first, pair.New + first)));
        pairs.AddRange(Enumerable.Range(0, last).Reverse().Select(at => (old.Length - 1 - at, fresh.Length - 1 - at)));
        return pairs;
    }

    // What moved up and what moved down cannot both be kept in place: the longest run in order is, the rest is put in anew.
    private static List<(int Old, int New)> Longest(StepNode[] old, StepNode[] fresh)
    {
        var best = new List<(int Old, int New, int Length, int Before)>();
        for (var at = 0; at < fresh.Length; at++)
        {
            var from = Array.FindIndex(old, node => IsSameOne(node, fresh[at]));
            if (from < 0) continue;
            var (length, before) = (0, -1);
            for (var one = 0; one < best.Count; one++)
                if (best[one].Old < from && best[one].Length > length) (length, before) = (best[one].Length, one);
            best.Add((from, at, length + 1, before));
        }
        var run = new List<(int, int)>();
        for (var at = best.Count == 0 ? -1 : best.IndexOf(best.MaxBy(one => one.Length)); at >= 0; at = best[at].Before) run.Add((best[at].Old, best[at].New));
        run.Reverse();
        return run;
    }

    // By its id, which is among the attributes; items and cells have none, and are known by standing beside each other.
    private static bool IsSameOne(StepNode one, StepNode other) => !one.IsLeaf && one.HasSameMarkup(other)
        ? one.Type.Attrs.ContainsKey("id") || one.Content.Is(other.Content) || one.Content.Count == other.Content.Count
        : one.Is(other);

    private static int CommonStart(StepContent before, StepContent after)
    {
        var same = 0;
        foreach (var (one, other) in before.Nodes.Zip(after.Nodes))
        {
            if (one.Is(other))
            {
                same += one.Size;
                continue;
            }
            if (!one.IsText || !other.IsText || !one.HasSameMarkup(other)) break;
            var letters = one.Text!.AsSpan().CommonPrefixLength(other.Text);
            // Half an emoji is no text.
            return same + (letters > 0 && char.IsHighSurrogate(one.Text![letters - 1]) ? letters - 1 : letters);
        }
        return same;
    }

    private static int CommonEnd(StepContent before, StepContent after)
    {
        var same = 0;
        foreach (var (one, other) in before.Nodes.Reverse().Zip(after.Nodes.Reverse()))
        {
            if (one.Is(other))
            {
                same += one.Size;
                continue;
            }
            if (!one.IsText || !other.IsText || !one.HasSameMarkup(other)) break;
            var (mine, theirs) = (one.Text!, other.Text!);
            var letters = 0;
            while (letters < mine.Length && letters < theirs.Length && mine[^(letters + 1)] == theirs[^(letters + 1)]) letters++;
            return same + (letters > 0 && char.IsLowSurrogate(mine[^letters]) ? letters - 1 : letters);
        }
        return same;
    }
}
