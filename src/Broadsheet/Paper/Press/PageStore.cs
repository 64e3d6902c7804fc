using System.Collections.Concurrent;

namespace Broadsheet.Paper.Press;

/// <summary>Made pages in memory, by name, within a bound. When it is full, pages that nobody asked for since the last round leave first.</summary>
public sealed class PageStore(long bound)
{
    private readonly ConcurrentDictionary<string, StoredPage> _pages = new(StringComparer.Ordinal);
    private readonly Lock _keeping = new();
    private readonly Queue<string> _order = new();
    private long _size;

    /// <summary>Bytes held, headers and keys estimated.</summary>
    public long Size => Volatile.Read(ref _size);

    public int Count => _pages.Count;

    internal IEnumerable<StoredPage> Pages => _pages.Values;

    internal bool TryGet(string name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out StoredPage? page) => _pages.TryGetValue(name, out page);

    internal void Keep(StoredPage page)
    {
        // One page may not push out all others.
        if (page.Size > bound / 8) return;

        lock (_keeping)
        {
            if (_pages.TryGetValue(page.Name, out var before))
            {
                page.WasUsed = before.WasUsed;
                page.Hits = before.Hits;
                _size -= before.Size;
            }
            else
            {
                _order.Enqueue(page.Name);
            }
            _pages[page.Name] = page;
            _size += page.Size;
            while (_size > bound) Evict();
        }
    }

    internal void Drop(string name)
    {
        lock (_keeping)
        {
            if (_pages.TryRemove(name, out var page)) _size -= page.Size;
        }
    }

    // The "second chance" of clock replacement: a look at each page costs nothing when it is hit but one flag.
    private void Evict()
    {
        var name = _order.Dequeue();
        if (!_pages.TryGetValue(name, out var page)) return;

        if (page.WasUsed)
        {
            page.WasUsed = false;
            _order.Enqueue(name);
            return;
        }
        _pages.TryRemove(name, out _);
        _size -= page.Size;
    }
}
