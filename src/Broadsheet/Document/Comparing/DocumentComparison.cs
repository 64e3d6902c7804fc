namespace Broadsheet.Document.Comparing;

public enum LineChange { Same, Changed, Added, Removed, Moved }

/// <summary>A text of two documents beside itself.</summary>
/// <param name="TargetBefore">The picture, file, stories or address that stood there; empty for plain text.</param>
public sealed record ComparedLine(LineKind Kind, LineChange Change, TextComparison Text, string TargetBefore, string TargetAfter)
{
    public bool Differs => Change != LineChange.Same;
}

/// <summary>Two documents, block by block and in the blocks word by word.</summary>
public sealed record DocumentComparison(IReadOnlyList<ComparedLine> Lines)
{
    public bool Differs => Lines.Any(line => line.Differs);

    public static DocumentComparison Of(DraftDocument before, DraftDocument after)
    {
        // What is only suggested is no difference of the text.
        var (was, now) = (Line.In(before.AsItStands().Content), Line.In(after.AsItStands().Content));
        var (wasKeys, nowKeys) = (KeysOf(was, now), KeysOf(now, was));
        // What stands in both but in another order is moved: it is shown where it stands now.
        var (wasIn, nowIn) = (wasKeys.ToHashSet(StringComparer.Ordinal), nowKeys.ToHashSet(StringComparer.Ordinal));
        var byKey = new Dictionary<string, Line>(StringComparer.Ordinal);
        for (var i = 0; i < was.Count; i++) byKey[wasKeys[i]] = was[i];

        var lines = new List<ComparedLine>();
        var (at, there) = (0, 0);
        foreach (var gap in Sequence.Gaps(wasKeys, nowKeys))
        {
            Standing(gap.At);
            Between([.. Enumerable.Range(gap.At, gap.Removed).Where(i => !nowIn.Contains(wasKeys[i])).Select(i => was[i])], gap.AddedAt, gap.Added);
            (at, there) = (gap.At + gap.Removed, gap.AddedAt + gap.Added);
        }
        Standing(was.Count);
        return new(lines);

        void Standing(int until)
        {
            for (; at < until; at++, there++) lines.Add(Pair(was[at], now[there], LineChange.Changed));
        }

        // Within a gap a removed text and an added one that say much the same are one text, rewritten under another id (a paste, an import).
        void Between(List<Line> removed, int from, int count)
        {
            for (var i = from; i < from + count; i++)
            {
                if (wasIn.Contains(nowKeys[i])) { lines.Add(Pair(byKey[nowKeys[i]], now[i], LineChange.Moved)); continue; }

                var best = removed.FindIndex(old => old.IsLike(now[i]) && Likeness(old, now[i]) >= .5);
                if (best < 0) { lines.Add(Pair(null, now[i], LineChange.Added)); continue; }

                lines.AddRange(removed[..best].Select(old => Pair(old, null, LineChange.Removed)));
                lines.Add(Pair(removed[best], now[i], LineChange.Changed));
                removed.RemoveRange(0, best + 1);
            }
            lines.AddRange(removed.Select(old => Pair(old, null, LineChange.Removed)));
        }
    }

    // By its block's id where both know it, else by its words.
    private static List<string> KeysOf(List<Line> mine, List<Line> others)
    {
        var known = others.Select(line => line.Key).ToHashSet(StringComparer.Ordinal);
        return [.. mine.Select(line => known.Contains(line.Key) ? line.Key : $"{line.Kind}\n{line.Target}\n{line.Text}")];
    }

    private static ComparedLine Pair(Line? was, Line? now, LineChange change)
    {
        var text = TextComparison.Of(was?.Content ?? [], now?.Content ?? []);
        var isSame = change == LineChange.Changed && was!.Kind == now!.Kind && was.Target == now.Target && !text.Differs;
        return new((now ?? was)!.Kind, isSame ? LineChange.Same : change, text, was?.Target ?? "", now?.Target ?? "");
    }

    private static double Likeness(Line one, Line other)
    {
        if (one.Target.Length > 0) return one.Text == other.Text ? 1 : 0;
        var (words, others) = (Word.Cut(one.Text).Where(word => !string.IsNullOrWhiteSpace(word)).ToHashSet(), Word.Cut(other.Text).Where(word => !string.IsNullOrWhiteSpace(word)).ToHashSet());
        return words.Count + others.Count == 0 ? 1 : 2.0 * words.Intersect(others).Count() / (words.Count + others.Count);
    }
}
