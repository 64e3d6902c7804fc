using System.Collections.Concurrent;

namespace Broadsheet.Paper.Press;

/// <summary>A page that could not be made when it was last tried.</summary>
/// <param name="Name">Its address within the paper.</param>
/// <param name="Since">The first failure since it was last made.</param>
/// <param name="Reason">As the program said it; for whoever can mend it.</param>
public sealed record PageFailure(string Name, DateTimeOffset Since, string Reason);

/// <summary>What staff should know of: readers get the last good page meanwhile, so nobody else would tell them. In memory, for this run of the program.</summary>
public sealed class PressFailures
{
    // One broken list may fail on thousands of pages; the first of them say enough.
    private const int Most = 100;

    private readonly ConcurrentDictionary<string, PageFailure> _failures = new(StringComparer.Ordinal);

    public int Count => _failures.Count;

    /// <summary>At most a hundred, the oldest first.</summary>
    public IReadOnlyList<PageFailure> All => [.. _failures.Values.OrderBy(failure => failure.Since).ThenBy(failure => failure.Name, StringComparer.Ordinal)];

    internal void Note(string name, string reason, DateTimeOffset now)
    {
        if (_failures.Count < Most || _failures.ContainsKey(name))
            _failures.AddOrUpdate(name, _ => new(name, now, reason), (_, known) => known with { Reason = reason });
    }

    internal void Forget(string name)
    {
        if (!_failures.IsEmpty) _failures.TryRemove(name, out _);
    }
}
