using Broadsheet.Machine;
using Broadsheet.Storage;

namespace Broadsheet.Popularity;

/// <summary>Writes what a tally counted: every so often, and once more when the program stops. A crash loses at most what was counted since.</summary>
/// <param name="who">Begins the line of the log, such as "The counter of messages".</param>
public abstract class TallyFlush<TKey>(Tally<TKey> tally, string who, TimeSpan every, IServiceScopeFactory scopes, ILogger log) : Rounds(who, every, log) where TKey : notnull
{
    // The write lane is let go between the groups, so that a publication waits for milliseconds at most.
    private const int Group = 500;

    private readonly SemaphoreSlim _writing = new(1);

    protected Tally<TKey> Tally => tally;

    protected override bool RestsFirst => true;

    // To its end, also while the program stops.
    protected override Task RoundAsync(CancellationToken stop) => FlushAsync(CancellationToken.None);

    protected override Task EndAsync(CancellationToken stop) => FlushAsync(CancellationToken.None);

    /// <summary>Writes all that was counted until now; what another call is writing is written, too, when this is over. What cannot be written is kept for the next time.</summary>
    public async Task FlushAsync(CancellationToken stop)
    {
        await _writing.WaitAsync(stop);
        var left = new Queue<KeyValuePair<TKey, long>[]>(tally.Take().Chunk(Group));
        try
        {
            while (left.TryPeek(out var group))
            {
                await using var scope = scopes.CreateAsyncScope();
                await WriteAsync(group, scope.ServiceProvider.GetRequiredService<Newspaper>(), stop);
                left.Dequeue();
            }
        }
        catch
        {
            foreach (var group in left) tally.Return(group);
            throw;
        }
        finally
        {
            _writing.Release();
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        _writing.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Adds what was counted to what is there, of things that are there: anybody can send anything.</summary>
    protected abstract Task WriteAsync(IReadOnlyList<KeyValuePair<TKey, long>> counts, Newspaper newspaper, CancellationToken stop);
}
