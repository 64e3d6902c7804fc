namespace Broadsheet.Document.Comparing;

/// <summary>Two texts that began from one, word by word: each side's changes are taken, unless both changed the same words differently.</summary>
internal static class WordMerge
{
    /// <summary>Null when they cannot both be had.</summary>
    public static Nodes<Inline>? Of(Nodes<Inline> origin, Nodes<Inline> mine, Nodes<Inline> theirs) =>
        Of(Word.In(origin), Word.In(mine), Word.In(theirs)) is { } words ? Word.Join(words) : null;

    /// <inheritdoc cref="Of(Nodes{Inline}, Nodes{Inline}, Nodes{Inline})"/>
    public static string? Of(string origin, string mine, string theirs) =>
        Of(Word.In(origin), Word.In(mine), Word.In(theirs)) is { } words ? string.Concat(words.Select(word => word.Text)) : null;

    private static List<Word>? Of(List<Word> origin, List<Word> mine, List<Word> theirs)
    {
        var keys = new Dictionary<Word, string>();
        var (old, my, their) = (Keys(origin), Keys(mine), Keys(theirs));
        var mineGaps = Sequence.Gaps(old, my);
        var standing = Standing(origin.Count, mineGaps);
        var changes = mineGaps.Select(gap => (Gap: gap, Words: mine))
            .Concat(Sequence.Gaps(old, their).Select(gap => (Gap: gap, Words: theirs)))
            .OrderBy(change => change.Gap.At).ThenBy(change => change.Gap.At + change.Gap.Removed).ToList();

        var merged = new List<Word>();
        var at = 0;
        for (var i = 0; i < changes.Count; i++)
        {
            var (gap, words) = changes[i];
            if (i + 1 < changes.Count && changes[i + 1].Gap is var next && Meet(gap, next))
            {
                // The same change made twice is one.
                if (gap.At != next.At || gap.Removed != next.Removed || !Added(changes[i]).Select(Key).SequenceEqual(Added(changes[i + 1]).Select(Key))) return null;
                i++;
            }
            Stand(gap.At);
            merged.AddRange(ReferenceEquals(words, mine) ? Added((gap, words)) : Anchored(Added((gap, words)), gap));
            at = gap.At + gap.Removed;
        }
        Stand(origin.Count);
        return merged;

        // As mine has it: what the newsroom alone sees on a word (a comment) is no change of it, and stays.
        void Stand(int until)
        {
            for (; at < until; at++) merged.Add(mine[standing[at]]);
        }

        // Words that come in the place of some about which somebody commented are what the comment is about now.
        IEnumerable<Word> Anchored(List<Word> added, Gap gap)
        {
            var comments = Enumerable.Range(gap.At, gap.Removed).Where(i => standing[i] >= 0).SelectMany(i => mine[standing[i]].Marks.OfType<CommentMark>()).Distinct().ToList();
            return comments.Count == 0 ? added : added.Select(word => word with { Marks = InlineText.InOrder(word.Marks.Concat(comments).Distinct()) });
        }

        List<string> Keys(List<Word> all) => [.. all.Select(word => keys.TryGetValue(Key(word), out var known) ? known : keys[Key(word)] = $"{keys.Count}")];

        static List<Word> Added((Gap Gap, List<Word> Words) change) => change.Words[change.Gap.AddedAt..(change.Gap.AddedAt + change.Gap.Added)];
    }

    private static Word Key(Word word) => word with { Marks = [.. word.Marks.Where(mark => mark is not (CommentMark or DeletionMark))] };

    // Where each of the first words stands in the second; -1: nowhere.
    private static int[] Standing(int count, List<Gap> gaps)
    {
        var standing = new int[count];
        var (at, there) = (0, 0);
        foreach (var gap in gaps)
        {
            while (at < gap.At) standing[at++] = there++;
            for (; at < gap.At + gap.Removed; at++) standing[at] = -1;
            there = gap.AddedAt + gap.Added;
        }
        while (at < count) standing[at++] = there++;
        return standing;
    }

    // Sorted, so the second begins no earlier. Two insertions at one place have no order that both sides would know.
    private static bool Meet(Gap first, Gap second) => second.At < first.At + first.Removed || (second.At == first.At && (first.Removed == 0 == (second.Removed == 0)));
}
