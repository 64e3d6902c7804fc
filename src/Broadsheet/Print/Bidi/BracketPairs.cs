namespace Broadsheet.Print.Bidi;

/// <summary>Rule N0: both brackets of a pair look the same way, by what stands between them.</summary>
internal static class BracketPairs
{
    /// <summary>BD16: a stack of this many open brackets; one more, and no pair of the run counts.</summary>
    private const int MaxOpen = 63;

    public static void Resolve(string text, List<int> indexes, BidiClass[] types, BidiClass[] original, BidiClass embedding, BidiClass before)
    {
        foreach (var (open, close) in PairsOf(text, indexes, types))
        {
            if (DirectionOf(types, open, close, embedding, before) is not { } direction) continue;

            Turn(indexes, types, original, open, direction);
            Turn(indexes, types, original, close, direction);
        }
    }

    private static List<(int Open, int Close)> PairsOf(string text, List<int> indexes, BidiClass[] types)
    {
        var pairs = new List<(int Open, int Close)>();
        var open = new List<(char Closing, int At)>();
        for (var i = 0; i < types.Length; i++)
        {
            if (types[i] != BidiClass.ON) continue;

            var character = text[indexes[i]];
            if (BidiData.Opens(character, out var closing))
            {
                if (open.Count == MaxOpen) return [];

                open.Add((closing, i));
            }
            else if (BidiData.Closes(character, out var itself))
            {
                var match = open.FindLastIndex(bracket => bracket.Closing == itself);
                if (match < 0) continue;

                pairs.Add((open[match].At, i));
                open.RemoveRange(match, open.Count - match);
            }
        }

        pairs.Sort();
        return pairs;
    }

    private static BidiClass? DirectionOf(BidiClass[] types, int open, int close, BidiClass embedding, BidiClass before)
    {
        var hasOther = false;
        for (var i = open + 1; i < close; i++)
        {
            var strong = RunResolution.StrongOf(types[i]);
            if (strong == embedding) return embedding;

            hasOther |= strong is not null;
        }

        if (!hasOther) return null;

        // Only letters of the other direction inside: they take the brackets with them if that direction is what came before.
        for (var i = open - 1; i >= 0; i--)
        {
            if (RunResolution.StrongOf(types[i]) is { } strong) return strong;
        }

        return before;
    }

    private static void Turn(List<int> indexes, BidiClass[] types, BidiClass[] original, int at, BidiClass direction)
    {
        types[at] = direction;
        for (var i = at + 1; i < types.Length && original[indexes[i]] == BidiClass.NSM; i++) types[i] = direction;
    }
}
