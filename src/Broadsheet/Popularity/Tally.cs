namespace Broadsheet.Popularity;

/// <summary>Counts in memory until somebody writes them down. Adding never waits for the database.</summary>
/// <param name="most">More things than these between two takings are invented ones: the rest is not counted.</param>
public sealed class Tally<TKey>(int most) where TKey : notnull
{
    private readonly Lock _turn = new();
    private Dictionary<TKey, long> _counts = [];

    public void Add(TKey key, long count = 1)
    {
        lock (_turn)
        {
            if (_counts.TryGetValue(key, out var before)) _counts[key] = before + count;
            else if (_counts.Count < most) _counts[key] = count;
        }
    }

    /// <summary>Hands over what was counted since the last call.</summary>
    internal IReadOnlyDictionary<TKey, long> Take()
    {
        lock (_turn)
        {
            var taken = _counts;
            _counts = [];
            return taken;
        }
    }

    /// <summary>Takes back what could not be written, for the next time.</summary>
    internal void Return(IEnumerable<KeyValuePair<TKey, long>> counts)
    {
        foreach (var (key, count) in counts) Add(key, count);
    }
}
