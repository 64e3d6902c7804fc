namespace Broadsheet.Print.Bidi;

/// <summary>Characters of one level that are resolved together, over the isolates between them (BD13, X10).</summary>
internal sealed class IsolatingRun(byte level)
{
    public byte Level { get; } = level;

    /// <summary>Where its characters stand in the paragraph.</summary>
    public List<int> Indexes { get; } = [];

    /// <summary>X9: what says something about levels and is itself nowhere.</summary>
    public static bool IsRemoved(BidiClass type) =>
        type is BidiClass.BN or BidiClass.LRE or BidiClass.RLE or BidiClass.LRO or BidiClass.RLO or BidiClass.PDF;

    public static List<IsolatingRun> AllOf(BidiClass[] original, byte[] levels, Isolates isolates)
    {
        var runs = new List<IsolatingRun>();
        var endedBy = new Dictionary<int, IsolatingRun>();
        IsolatingRun? run = null;
        for (var i = 0; i < levels.Length; i++)
        {
            if (IsRemoved(original[i])) continue;

            var last = run is null ? -1 : run.Indexes[^1];
            if (run is null || levels[i] != levels[last] || original[last] == BidiClass.B)
            {
                var goesOn = original[i] == BidiClass.PDI && isolates.PartnerOf(i) >= 0 && endedBy.TryGetValue(isolates.PartnerOf(i), out run);
                if (!goesOn) runs.Add(run = new IsolatingRun(levels[i]));
            }

            run!.Indexes.Add(i);
            if (Isolates.IsInitiator(original[i]) && isolates.PartnerOf(i) >= 0) endedBy[i] = run;
        }

        return runs;
    }
}
