using System.Diagnostics;

namespace Broadsheet.Storage.Changes;

/// <summary>
/// Where this process tells itself what was committed. A change made here is told at once; one made by another process is
/// told by <see cref="ChangePoll"/>, each once.
/// </summary>
public sealed class ChangeFeed
{
    private readonly Lock _lock = new();
    private readonly Dictionary<long, bool> _own = [];
    private long _heardAt;
    private long _knownUpTo;

    /// <summary>Hears of every change before anybody else.</summary>
    internal SharedReads Shared { get; } = new();

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
        lock (_lock) _own[id] = false;
    }

    /// <summary>Whether the row was committed here, or is about to be, and its keys are still to be told.</summary>
    internal bool IsBeingTold(long id)
    {
        lock (_lock) return _own.TryGetValue(id, out var isTold) && !isTold;
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

    /// <summary>Every row of <c>invalidations</c> up to this one was told, or was there before the program started.</summary>
    public long KnownUpTo => Volatile.Read(ref _knownUpTo);

    /// <param name="began">When the look began: what was committed since may have been missed.</param>
    internal void Heard(long began, long upTo)
    {
        Volatile.Write(ref _heardAt, began);
        Volatile.Write(ref _knownUpTo, upTo);
    }

    internal void Tell(IReadOnlyCollection<string> keys)
    {
        Shared.Forget(keys);
        Changed?.Invoke(keys);
    }

    /// <summary>Tells what a transaction of this process touched.</summary>
    internal void TellOwn(long id, IReadOnlyCollection<string> keys)
    {
        Tell(keys);
        lock (_lock) _own[id] = true;
        CommittedHere?.Invoke();
    }

    internal void TellLost()
    {
        Shared.ForgetAll();
        LostTrack?.Invoke();
    }
}
