namespace Broadsheet.Search.Index;

/// <summary>
/// The key of an entry: its moment, then the number of what it is of. Both databases read entries in the order of their keys, so the newest of
/// a hundred thousand are found without sorting any.
/// </summary>
internal static class EntryKey
{
    // 268 million stories within one second of one another; the seconds reach 500 years in either direction.
    private const int Bits = 28;

    internal static long Of(DateTimeOffset at, long number) => (at.ToUnixTimeSeconds() << Bits) | (number & ((1L << Bits) - 1));

    /// <summary>The first key that an entry of this moment may have.</summary>
    internal static long First(DateTimeOffset at) => at.ToUnixTimeSeconds() << Bits;

    internal static DateTimeOffset MomentOf(long key) => DateTimeOffset.FromUnixTimeSeconds(key >> Bits);
}
