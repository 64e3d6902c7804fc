using Broadsheet.Paper.Press;
using Broadsheet.Storage.Changes;

namespace Broadsheet.Paper.Edge;

/// <summary>
/// Names for what a page was made from, short enough for a header. Every <see cref="ChangeKey"/> has a fine tag and a coarse one, a page
/// carries the fine ones if they fit and else the coarse ones, and a purge names both: nothing can be forgotten, and a page that read
/// very much is only purged more often than it must be. Small letters and digits: Cloudflare does not tell A from a.
/// </summary>
public static class EdgeTag
{
    /// <summary>Promise 34: what all tags of a page take at most, in bytes.</summary>
    public const int Bound = 1000;

    /// <summary>On everything we tag. Purging it purges all that is ours, and nothing of others at the same edge.</summary>
    public const string All = "b";

    /// <summary>On every page: touched when the program starts, which may be another version of it.</summary>
    public const string ProgramKey = "program";

    /// <summary>Begins the list by which something that is no page is known, such as a picture: it is not purged with "all pages".</summary>
    public const string AlonePrefix = "alone:";

    private const string Letters = "abcdefghijklmnopqrstuvwxyz234567";

    // 33 million: keys that share a fine tag are so rare that 40 purged keys hit a stranger's page once in ten thousand.
    private const int FineLength = 5;

    // Three bytes each with what separates them: all of them fit.
    private const int CoarseBuckets = 331;
    private const int CoarseLength = 2;

    /// <summary>What is purged when these keys were touched.</summary>
    public static IReadOnlySet<string> ToPurge(IEnumerable<string> keys)
    {
        var tags = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            tags.Add(Fine(key));
            tags.Add(Coarse(key));
        }
        return tags;
    }

    internal static bool StandsAlone(string key) => key.StartsWith(ChangeKey.List(AlonePrefix), StringComparison.Ordinal);

    /// <summary>What a page carries that was made from these keys.</summary>
    internal static string Of(IReadOnlyCollection<string> keys, char separator) =>
        Joined(keys.Select(Fine), separator) is { Length: <= Bound } fine ? fine : Joined(keys.Select(Coarse), separator);

    private static string Joined(IEnumerable<string> tags, char separator) => string.Join(separator, tags.Distinct().Prepend(All));

    // Other bits than the coarse one's, or pages with the same fine tags would share the coarse ones, too.
    private static string Fine(string key) => Written(StoredPage.Hash(key) >> 32, FineLength);

    private static string Coarse(string key) => Written(StoredPage.Hash(key) % CoarseBuckets, CoarseLength);

    private static string Written(ulong number, int length) =>
        string.Create(length, number, static (text, rest) =>
        {
            for (var at = 0; at < text.Length; at++, rest >>= 5) text[at] = Letters[(int)(rest & 31)];
        });
}
