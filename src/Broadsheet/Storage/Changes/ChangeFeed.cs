using System.Diagnostics;

namespace Broadsheet.Storage.Changes;

/// <summary>
/// Where this process tells itself what was committed. A change made here is told at once; one made by another process is
/// told by <see cref="ChangePoll"/>, each once.
/// </summary>
public sealed class ChangeFeed
{
    private readonly Lock _lock = new();
    private readonly HashSet<long> _own = [];
    private long _heardAt;

    /// <summary>Keys that a committed transaction touched. Runs on the committer's thread: subscribers only take note.</summary>
    public event Action<IReadOnlyCollection<string>>? Changed;

    /// <summary>A transaction of this process was committed, and its keys were told.</summary>
    public event Action? CommittedHere;

    /// <summary>So much was missed that nothing made before can be relied on.</summary>
    public event Action? LostTrack;

    /// <summary>Said before the commit: from then on the poll may see the row, and must know that it is told here.</summary>
    /// <param name="id">Of the row in <c>invalidations</c>.</param>
    internal void Expect(long id)
    {
        lock (_lock) _own.Add(id);
    }

    /// <summary>Whether the row was written here; asked once for each. Also said when a commit failed, since SQLite gives the id to the next.</summary>
    internal bool WasOwn(long id)
    {
        lock (_lock) return _own.Remove(id);
    }

    /// <summary>How long ago this process knew of every change that any process had committed. Counted by the machine, whatever a test does with the paper's clock.</summary>
    public TimeSpan SinceHeard
    {
        get
        {
            var at = Volatile.Read(ref _heardAt);
            return at == 0 ? TimeSpan.MaxValue : Stopwatch.GetElapsedTime(at);
        }
    }

    /// <param name="began">When the look began: what was committed since may have been missed.</param>
    internal void Heard(long began) => Volatile.Write(ref _heardAt, began);

    internal void Tell(IReadOnlyCollection<string> keys) => Changed?.Invoke(keys);

    internal void TellCommitted() => CommittedHere?.Invoke();

    internal void TellLost() => LostTrack?.Invoke();
}
