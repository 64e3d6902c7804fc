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
        var changes = Sequence.Gaps(old, my).Select(gap => (Gap: gap, Words: mine))
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
                if (gap.At != next.At || gap.Removed != next.Removed || !Added(changes[i]).SequenceEqual(Added(changes[i + 1]))) return null;
                i++;
            }
            merged.AddRange(origin[at..gap.At]);
            merged.AddRange(words[gap.AddedAt..(gap.AddedAt + gap.Added)]);
            at = gap.At + gap.Removed;
        }
        merged.AddRange(origin[at..]);
        return merged;

        List<string> Keys(List<Word> all) => [.. all.Select(word => keys.TryGetValue(word, out var known) ? known : keys[word] = $"{keys.Count}")];

        static List<Word> Added((Gap Gap, List<Word> Words) change) => change.Words[change.Gap.AddedAt..(change.Gap.AddedAt + change.Gap.Added)];
    }

    // Sorted, so the second begins no earlier. Two insertions at one place have no order that both sides would know.
    private static bool Meet(Gap first, Gap second) => second.At < first.At + first.Removed || (second.At == first.At && (first.Removed == 0 == (second.Removed == 0)));
}
