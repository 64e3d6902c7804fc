using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Paper.Press.Disk;

/// <summary>A row of <c>invalidations</c>. Its moment tells it from a row of the same number in a database that was restored from a backup.</summary>
internal readonly record struct Change(long Row, DateTimeOffset MadeAt);

/// <summary>
/// What changed before this start of the program: which row touched each thing last. Says of a page that an earlier start, or another node,
/// made whether it is still true. Built once; what changes from then on the <see cref="Freshness"/> knows.
/// </summary>
internal sealed class PastChanges
{
    // The rows are cleared after two days, by clocks that may differ a little.
    private static readonly TimeSpan Longest = ChangePoll.Kept - TimeSpan.FromHours(1);

    private readonly Dictionary<ulong, long> _touched = [];
    private readonly Dictionary<long, DateTimeOffset> _rows = [];

    private long _last;

    private PastChanges() { }

    internal static async Task<PastChanges> ReadAsync(Newspaper newspaper, CancellationToken stop)
    {
        var past = new PastChanges();
        await foreach (var row in newspaper.Set<Invalidation>().AsNoTracking().OrderBy(row => row.Id).Select(row => new { row.Id, row.Keys, row.MadeAt }).AsAsyncEnumerable().WithCancellation(stop))
        {
            (past._rows[row.Id], past._last) = (row.MadeAt, row.Id);
            foreach (var key in row.Keys.Split('\n')) past._touched[StoredPage.Hash(key)] = row.Id;
        }
        return past;
    }

    /// <summary>The last change up to a row; null when none is known any more.</summary>
    internal static async Task<Change?> LastAsync(Newspaper newspaper, long upTo, CancellationToken stop) =>
        await newspaper.Set<Invalidation>().AsNoTracking().Where(row => row.Id <= upTo).OrderByDescending(row => row.Id).Select(row => new { row.Id, row.MadeAt }).FirstOrDefaultAsync(stop) is { } row
            ? new Change(row.Id, row.MadeAt) : null;

    /// <summary>Whether nothing that a page was made from was touched after the change up to which it was true.</summary>
    internal bool IsTrue(Change upTo, IEnumerable<ulong> reads)
    {
        if (!_rows.TryGetValue(upTo.Row, out var madeAt) || madeAt != upTo.MadeAt) return false;
        // Of what came after it some rows may be cleared already, unless nothing came.
        if (upTo.Row != _last && DateTimeOffset.UtcNow - madeAt > Longest) return false;
        return reads.All(key => !_touched.TryGetValue(key, out var row) || row <= upTo.Row);
    }
}
