namespace Broadsheet.Popularity;

/// <summary>
/// Counts in memory what <see cref="ReadFlush"/> writes every few seconds. A read costs a hash and two look-ups and
/// never waits for the database, so that a crowd of readers cannot slow a publication.
/// </summary>
public sealed class ReadCounter(ReaderKeys keys, RecentReads recent, TimeProvider clock)
{
    /// <summary>More stories than this between two flushes are invented ones: the rest is not counted.</summary>
    internal const int MostStories = 20_000;

    private readonly Lock _turn = new();
    private Dictionary<(Guid Article, int Hour), long> _reads = [];

    public void Count(Guid article, System.Net.IPAddress? address, string userAgent)
    {
        var now = clock.GetUtcNow();
        if (recent.IsNew(keys.Of(address, userAgent, article, now), now)) Add(article, ReadCount.HourOf(now), 1);
    }

    /// <summary>Hands over what was counted since the last call.</summary>
    internal IReadOnlyDictionary<(Guid Article, int Hour), long> Take()
    {
        lock (_turn)
        {
            var taken = _reads;
            _reads = [];
            return taken;
        }
    }

    /// <summary>Takes back what could not be written, for the next time.</summary>
    internal void Return(IEnumerable<KeyValuePair<(Guid Article, int Hour), long>> reads)
    {
        foreach (var (key, count) in reads) Add(key.Article, key.Hour, count);
    }

    private void Add(Guid article, int hour, long count)
    {
        lock (_turn)
        {
            if (_reads.TryGetValue((article, hour), out var before)) _reads[(article, hour)] = before + count;
            else if (_reads.Count < MostStories) _reads[(article, hour)] = count;
        }
    }
}
