using System.Collections.Concurrent;

namespace Broadsheet.Storage.Changes;

/// <summary>
/// What many pages read alike (an edition's sections, a setting, Latest): read once, and kept until a change touches something that it was made from. A page
/// that takes it depends on the same as if it had read it itself. Decision 55.
/// </summary>
public sealed class SharedReads
{
    // A paper has some hundreds at most. Beyond this all are forgotten together.
    private const int Most = 2_000;

    private readonly ConcurrentDictionary<object, Shared> _kept = new();
    private readonly Lock _changing = new();
    private long _changes;

    internal sealed record Shared(object? Value, IReadOnlyCollection<string> Keys);

    /// <summary>The count of changes. To be looked at before reading begins.</summary>
    internal long Changes => Volatile.Read(ref _changes);

    internal Shared? Find(object key) => _kept.GetValueOrDefault(key);

    /// <summary>Keeps what was read, unless something changed meanwhile, or time alone would make it another.</summary>
    /// <param name="began">The count when the reading began.</param>
    internal void Keep(object key, object? value, ReadSet reads, long began)
    {
        if (reads.Until is not null) return;
        lock (_changing)
        {
            if (_changes != began) return;
            if (_kept.Count >= Most) _kept.Clear();
            _kept[key] = new(value, reads.Keys);
        }
    }

    /// <summary>Must run before the press hears of the change: a page that begins afterwards takes nothing old.</summary>
    internal void Forget(IReadOnlyCollection<string> keys)
    {
        var touched = keys as IReadOnlySet<string> ?? keys.ToHashSet();
        lock (_changing)
        {
            _changes++;
            foreach (var (key, shared) in _kept)
                if (shared.Keys.Any(touched.Contains)) _kept.TryRemove(key, out _);
        }
    }

    internal void ForgetAll()
    {
        lock (_changing)
        {
            _changes++;
            _kept.Clear();
        }
    }
}
