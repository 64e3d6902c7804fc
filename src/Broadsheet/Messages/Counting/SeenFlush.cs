using Broadsheet.Machine;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Messages.Counting;

/// <summary>Writes what was seen: every five seconds, and once more when the program stops. A crash loses at most that.</summary>
public sealed class SeenFlush(SeenCounter counter, IServiceScopeFactory scopes, ILogger<SeenFlush> log) : Rounds("The counter of messages", TimeSpan.FromSeconds(5), log)
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
        var seen = counter.Seen.Take();
        if (seen.Count == 0) return;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();
            var named = seen.Keys.Select(key => key.Message).Distinct().ToList();
            var known = await newspaper.Messages.Where(row => named.Contains(row.PublicId)).ToDictionaryAsync(row => row.PublicId, row => row.Id, stop);
            await newspaper.WriteAsync(async () =>
            {
                foreach (var (key, count) in seen)
                    if (known.TryGetValue(key.Message, out var message)) await newspaper.AddToCountAsync(message, key.Day, key.Arm, count, key.IsFirst ? count : 0, 0, stop);
            }, stop);
        }
        catch
        {
            counter.Seen.Return(seen);
            throw;
        }
    }
}
