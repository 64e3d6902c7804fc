namespace Broadsheet.Print.Bidi;

/// <summary>Rules W1 to I2 over one isolating run: weak types, pairs of brackets, neutral characters, levels.</summary>
internal sealed class RunResolution
{
    private readonly string text;
    private readonly BidiClass[] original;
    private readonly IsolatingRun run;
    private readonly byte[] explicitLevels;
    private readonly byte[] levels;
    private readonly BidiClass[] types;
    private readonly BidiClass before;
    private readonly BidiClass after;
    private readonly BidiClass embedding;

    public RunResolution(string text, BidiClass[] original, BidiClass[] overridden, IsolatingRun run, byte[] explicitLevels, byte[] levels, byte paragraph)
    {
        (this.text, this.original, this.run, this.explicitLevels, this.levels) = (text, original, run, explicitLevels, levels);
        types = [.. run.Indexes.Select(index => overridden[index])];
        embedding = DirectionOf(run.Level);
        var last = run.Indexes[^1];
        before = DirectionOf(Math.Max(run.Level, Neighbour(run.Indexes[0], -1, paragraph)));
        after = DirectionOf(Math.Max(run.Level, Isolates.IsInitiator(original[last]) ? paragraph : Neighbour(last, 1, paragraph)));
    }

    public void Resolve()
    {
        ResolveWeak();
        BracketPairs.Resolve(text, run.Indexes, types, original, embedding, before);
        ResolveNeutral();
        for (var i = 0; i < types.Length; i++)
        {
            var isEven = run.Level % 2 == 0;
            levels[run.Indexes[i]] += (byte)(types[i] switch
            {
                BidiClass.L => isEven ? 0 : 1,
                BidiClass.R => isEven ? 1 : 0,
                _ => isEven ? 2 : 1,
            });
        }
    }

    /// <summary>For the eyes of brackets and neutral characters numbers are right to left.</summary>
    internal static BidiClass? StrongOf(BidiClass type) => type switch
    {
        BidiClass.L => BidiClass.L,
        BidiClass.R or BidiClass.EN or BidiClass.AN => BidiClass.R,
        _ => null,
    };

    private void ResolveWeak()
    {
        var strong = before;
        for (var i = 0; i < types.Length; i++)
        {
            var previous = i == 0 ? before : types[i - 1];
            switch (types[i])
            {
                case BidiClass.NSM:
                    // W1; the class of what it stands on is already resolved as far as W2 goes, which EN needs and nothing minds.
                    var afterIsolate = i > 0 && (Isolates.IsInitiator(previous) || previous == BidiClass.PDI);
                    types[i] = afterIsolate ? BidiClass.ON : previous;
                    break;
                case BidiClass.EN when strong == BidiClass.AL: types[i] = BidiClass.AN; break;
            }

            if (types[i] is BidiClass.L or BidiClass.R or BidiClass.AL) strong = types[i];
        }

        for (var i = 0; i < types.Length; i++)
        {
            if (types[i] == BidiClass.AL) types[i] = BidiClass.R;
        }

        ResolveSeparators();
    }

    private void ResolveSeparators()
    {
        for (var i = 1; i < types.Length - 1; i++)
        {
            var (left, right) = (types[i - 1], types[i + 1]);
            if (left != right) continue;

            if (types[i] is BidiClass.ES or BidiClass.CS && left == BidiClass.EN) types[i] = BidiClass.EN;
            else if (types[i] == BidiClass.CS && left == BidiClass.AN) types[i] = BidiClass.AN;
        }

        for (var i = 0; i < types.Length; i++)
        {
            if (types[i] != BidiClass.ET) continue;

            var end = i;
            while (end < types.Length && types[end] == BidiClass.ET) end++;
            if ((i > 0 && types[i - 1] == BidiClass.EN) || (end < types.Length && types[end] == BidiClass.EN)) Array.Fill(types, BidiClass.EN, i, end - i);
            i = end - 1;
        }

        var strong = before;
        for (var i = 0; i < types.Length; i++)
        {
            if (types[i] is BidiClass.ES or BidiClass.ET or BidiClass.CS) types[i] = BidiClass.ON;
            else if (types[i] is BidiClass.L or BidiClass.R) strong = types[i];
            else if (types[i] == BidiClass.EN && strong == BidiClass.L) types[i] = BidiClass.L;
        }
    }

    private void ResolveNeutral()
    {
        for (var i = 0; i < types.Length; i++)
        {
            if (StrongOf(types[i]) is not null) continue;

            var end = i;
            while (end < types.Length && StrongOf(types[end]) is null) end++;
            var left = i == 0 ? before : StrongOf(types[i - 1])!.Value;
            var right = end == types.Length ? after : StrongOf(types[end])!.Value;
            Array.Fill(types, left == right ? left : embedding, i, end - i);
            i = end - 1;
        }
    }

    /// <summary>The level of what stands next to the run, where a removed character counts for nothing.</summary>
    private byte Neighbour(int index, int step, byte paragraph)
    {
        for (var i = index + step; i >= 0 && i < explicitLevels.Length; i += step)
        {
            if (!IsolatingRun.IsRemoved(original[i])) return explicitLevels[i];
        }

        return paragraph;
    }

    private static BidiClass DirectionOf(byte level) => level % 2 == 0 ? BidiClass.L : BidiClass.R;
}
