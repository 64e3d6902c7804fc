namespace Broadsheet.Paper.Press;

/// <summary>
/// Lets as many pages be made at once as there are cores. A story that goes out makes every page with the latest stories old, and readers ask for
/// hundreds of them in the same second. Those that tell of the story itself go first, then pages that were never made, whose readers have nothing meanwhile.
/// One place is never taken by pages that changed only in what stands beside them, and none of those begins while one that changed itself is being made:
/// it would share the cores with it. Of those the most wanted go first.
/// </summary>
/// <param name="most">At least two.</param>
internal sealed class MakingTurns(int most)
{
    private readonly Lock _changing = new();
    private readonly Queue<TaskCompletionSource<Turn>> _changed = new();
    private readonly Queue<TaskCompletionSource<Turn>> _new = new();
    private readonly PriorityQueue<TaskCompletionSource<Turn>, (long Wanted, long Order)> _old = new();
    private readonly int[] _busy = new int[Enum.GetValues<Kind>().Length];
    private long _order;

    /// <summary>Waits until the page may be made. The turn ends when it is disposed.</summary>
    /// <param name="hits">How often the page was asked for; null when it was never made.</param>
    /// <param name="hasChanged">What the page itself is about has changed.</param>
    internal Task<Turn> EnterAsync(long? hits, bool hasChanged)
    {
        lock (_changing)
        {
            // Whoever leaves must not do the next one's work.
            var asked = new TaskCompletionSource<Turn>(TaskCreationOptions.RunContinuationsAsynchronously);
            if (hasChanged) _changed.Enqueue(asked);
            else if (hits is { } known) _old.Enqueue(asked, (-known, _order++));
            else _new.Enqueue(asked);
            Begin();
            return asked.Task;
        }
    }

    private void Begin()
    {
        while (_busy.Sum() < most)
        {
            if (_changed.TryDequeue(out var next)) Give(next, Kind.Changed);
            else if (_new.TryDequeue(out next)) Give(next, Kind.New);
            else if (_busy[(int)Kind.Old] < most - 1 && _busy[(int)Kind.Changed] == 0 && _old.TryDequeue(out next, out _)) Give(next, Kind.Old);
            else return;
        }
    }

    private void Give(TaskCompletionSource<Turn> asked, Kind kind)
    {
        _busy[(int)kind]++;
        asked.SetResult(new(this, kind));
    }

    internal enum Kind
    {
        Changed,
        New,
        Old,
    }

    internal sealed class Turn(MakingTurns turns, Kind kind) : IDisposable
    {
        public void Dispose()
        {
            lock (turns._changing)
            {
                turns._busy[(int)kind]--;
                turns.Begin();
            }
        }
    }
}
