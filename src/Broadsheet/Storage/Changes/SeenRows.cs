namespace Broadsheet.Storage.Changes;

/// <summary>
/// Which rows of a growing table were dealt with. Ids may appear out of order, since transactions commit out of order on
/// PostgreSQL: all are known up to <see cref="Below"/>, some above it, and a gap is waited for.
/// </summary>
public sealed class SeenRows(long below, IEnumerable<long> above, DateTimeOffset? gapSince = null)
{
    /// <summary>An id that does not appear for so long belongs to a transaction that was rolled back.</summary>
    public static readonly TimeSpan GapPatience = TimeSpan.FromSeconds(30);

    /// <summary>Who begins today looks so far back: what is still under way has an id near the last one.</summary>
    public const long LookBack = 200;

    private readonly SortedSet<long> _above = [.. above];

    /// <summary>Every row up to this id is dealt with, or never was.</summary>
    public long Below { get; private set; } = below;

    /// <summary>Rows dealt with beyond a gap.</summary>
    public IReadOnlyCollection<long> Above => _above;

    /// <summary>Since when the next id is missing.</summary>
    public DateTimeOffset? GapSince { get; private set; } = gapSince;

    public bool Contains(long id) => id <= Below || _above.Contains(id);

    /// <summary>False when the row was known.</summary>
    public bool Add(long id) => id > Below && _above.Add(id);

    /// <summary>Passes over everything up to an id.</summary>
    public void SkipTo(long id)
    {
        Below = Math.Max(Below, id);
        _above.RemoveWhere(one => one <= Below);
    }

    /// <summary>Moves <see cref="Below"/> on, over gaps that have waited long enough.</summary>
    public void CloseGaps(DateTimeOffset now)
    {
        while (_above.Count > 0)
        {
            var next = _above.Min;
            if (next != Below + 1)
            {
                GapSince ??= now;
                if (now - GapSince < GapPatience) return;
            }
            GapSince = null;
            Below = next;
            _above.Remove(next);
        }
    }
}
