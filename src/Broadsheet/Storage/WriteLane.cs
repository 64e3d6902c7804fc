namespace Broadsheet.Storage;

/// <summary>
/// One writer at a time in this process. SQLite allows one anyway; queueing here instead of in its busy handler
/// means first come, first served, no "database is locked", and no thread held while waiting.
/// </summary>
public sealed class WriteLane : IDisposable
{
    private readonly SemaphoreSlim _free = new(1, 1);

    public async Task<IDisposable> EnterAsync(CancellationToken stop)
    {
        await _free.WaitAsync(stop);
        return new Turn(_free);
    }

    public void Dispose() => _free.Dispose();

    private sealed class Turn(SemaphoreSlim free) : IDisposable
    {
        private int _left;
        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0) free.Release();
        }
    }
}
