using Broadsheet.Machine;
using Broadsheet.Storage;

namespace Broadsheet.Popularity;

/// <summary>Writes what a tally counted: every five seconds, and once more when the program stops. A crash loses at most that.</summary>
/// <param name="who">Begins the line of the log, such as "The counter of messages".</param>
public abstract class TallyFlush<TKey>(Tally<TKey> tally, string who, IServiceScopeFactory scopes, ILogger log) : Rounds(who, TimeSpan.FromSeconds(5), log) where TKey : notnull
{
    protected override Task RoundAsync(CancellationToken stop) => FlushAsync(CancellationToken.None);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await FlushAsync(CancellationToken.None);
    }

    /// <summary>Writes all that was counted until now. What cannot be written is kept for the next time.</summary>
    public async Task FlushAsync(CancellationToken stop)
    {
        var counts = tally.Take();
        if (counts.Count == 0) return;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await WriteAsync(counts, scope.ServiceProvider.GetRequiredService<Newspaper>(), stop);
        }
        catch
        {
            tally.Return(counts);
            throw;
        }
    }

    /// <summary>Adds what was counted to what is there, of things that are there: anybody can send anything.</summary>
    protected abstract Task WriteAsync(IReadOnlyDictionary<TKey, long> counts, Newspaper newspaper, CancellationToken stop);
}
