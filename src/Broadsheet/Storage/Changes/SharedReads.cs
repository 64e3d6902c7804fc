using System.Collections.Concurrent;

namespace Broadsheet.Storage.Changes;

/// <summary>
/// What many pages read alike (an edition's sections, a setting, Latest): read once, and kept until a change touches something that it was made from. A page
/// that takes it depends on the same as if it had read it itself. Decision 55.
/// </summary>
public sealed class SharedReads
{
    // Lists and settings are some hundreds; pictures and names those of the stories that are read today. Beyond this all are forgotten together.
    private const int Most = 5_000;

    private readonly ConcurrentDictionary<object, Shared> _kept = new();

    // What was made from a thing, by that thing: no change has to look through all that is kept.
    private readonly Dictionary<string, HashSet<object>> _readers = [];
    private readonly Lock _changing = new();
    private long _changes;

    internal sealed record Shared(object? Value, IReadOnlyCollection<string> Keys);

    /// <summary>The count of changes. To be looked at before reading begins.</summary>
    internal long Changes => Volatile.Read(ref _changes);

    /// <summary>How much is held: things read, and what they were read from.</summary>
    internal (int Things, int Keys) Held
    {
        get
        {
            lock (_changing) return (_kept.Count, _readers.Count);
        }
    }

    internal Shared? Find(object key) => _kept.GetValueOrDefault(key);

    /// <summary>Keeps what was read, unless something changed meanwhile, or time alone would make it another.</summary>
    /// <param name="began">The count when the reading began.</param>
    internal void Keep(object key, object? value, ReadSet reads, long began)
    {
        if (reads.Until is null) Keep(key, value, reads.Keys, began);
    }

    /// <inheritdoc cref="Keep(object, object?, ReadSet, long)"/>
    internal void Keep(object key, object? value, IReadOnlyCollection<string> reads, long began)
    {
        lock (_changing)
        {
            if (_changes != began) return;
            if (_kept.Count >= Most) Clear();
            Forget(key);
            _kept[key] = new(value, reads);
            foreach (var read in reads)
            {
                if (!_readers.TryGetValue(read, out var readers)) _readers[read] = readers = [];
                readers.Add(key);
            }
        }
    }

    /// <summary>Must run before the press hears of the change: a page that begins afterwards takes nothing old.</summary>
    internal void Forget(IReadOnlyCollection<string> keys)
    {
        lock (_changing)
        {
            _changes++;
            foreach (var key in keys)
            {
                if (_readers.Remove(key, out var readers))
                    foreach (var reader in readers) Forget(reader);
            }
        }
    }

    private void Forget(object key)
    {
        if (!_kept.TryRemove(key, out var gone)) return;
        foreach (var read in gone.Keys)
            if (_readers.TryGetValue(read, out var readers) && readers.Remove(key) && readers.Count == 0) _readers.Remove(read);
    }

    internal void ForgetAll()
    {
        lock (_changing)
        {
            _changes++;
            Clear();
        }
    }

    private void Clear()
    {
        _kept.Clear();
        _readers.Clear();
    }
}
