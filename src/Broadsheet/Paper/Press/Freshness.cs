using System.Collections.Concurrent;

namespace Broadsheet.Paper.Press;

/// <summary>
/// Knows when each thing was last touched, counted in changes. A page is as fresh as new if nothing it was made from was touched
/// since its making began. Asking costs one comparison while nothing has changed at all, and a look-up a read after a change:
/// no change has to find its pages.
/// </summary>
public sealed class Freshness
{
    // Beyond this the oldest are forgotten together, and with them every page made before.
    private const int Most = 200_000;

    /// <summary>The count before the first change of this run of the program.</summary>
    internal const long Start = 1;

    private readonly ConcurrentDictionary<ulong, long> _touched = new();
    private readonly Lock _changing = new();
    private long _now = Start;
    private long _floor;

    /// <summary>The count of changes.</summary>
    public long Now => Volatile.Read(ref _now);

    public void Touch(IEnumerable<string> keys)
    {
        lock (_changing)
        {
            if (_touched.Count > Most) Forget();
            var next = _now + 1;
            foreach (var key in keys) _touched[StoredPage.Hash(key)] = next;
            // Only now: a page that sees the new count must see what was touched, too.
            Volatile.Write(ref _now, next);
        }
    }

    /// <summary>Everything made until now is old.</summary>
    public void TouchAll()
    {
        lock (_changing) Forget();
    }

    internal bool IsFresh(StoredPage page, DateTimeOffset now)
    {
        if (page.Until is { } until && now >= until) return false;

        var changes = Now;
        if (Volatile.Read(ref page.CheckedAt) >= changes) return true;
        if (page.MadeAt < Volatile.Read(ref _floor)) return false;
        if (WasTouched(page.Reads, page.MadeAt)) return false;
        Volatile.Write(ref page.CheckedAt, changes);
        return true;
    }

    /// <summary>Whether what the page itself is about was touched, and not only what stands beside it.</summary>
    internal bool HasChangedItself(StoredPage page) => WasTouched(page.Reads.AsSpan(0, page.ReadItself), page.MadeAt);

    private bool WasTouched(ReadOnlySpan<ulong> keys, long since)
    {
        foreach (var key in keys)
        {
            if (_touched.TryGetValue(key, out var at) && at > since) return true;
        }
        return false;
    }

    private void Forget()
    {
        var next = _now + 1;
        Volatile.Write(ref _floor, next);
        _touched.Clear();
        Volatile.Write(ref _now, next);
    }
}
