using Broadsheet.Machine;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Readers;

/// <summary>Once an hour: what ran out is removed, also addresses of people who never confirmed anything.</summary>
public sealed class ReaderCleaning(IServiceScopeFactory scopes, IEnumerable<IRunsOut> rows, TimeProvider clock, ILogger<ReaderCleaning> log)
    : Rounds("Removing what ran out of readers' requests and sessions", TimeSpan.FromHours(1), log)
{
    protected override bool RestsFirst => true;

    protected override Task RoundAsync(CancellationToken stop) => CleanAsync(stop);

    public async Task CleanAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (newspaper, now) = (scope.ServiceProvider.GetRequiredService<Newspaper>(), clock.GetUtcNow());
        foreach (var one in rows) await newspaper.WriteAsync(() => one.RemoveAsync(newspaper, now, stop), stop);
    }
}

/// <summary>Rows that mean nothing after a time.</summary>
public interface IRunsOut
{
    Task RemoveAsync(Newspaper newspaper, DateTimeOffset now, CancellationToken stop);
}

internal sealed class ReadersRunOut : IRunsOut
{
    public async Task RemoveAsync(Newspaper newspaper, DateTimeOffset now, CancellationToken stop)
    {
        var (idle, begun) = (now - ReaderSession.IdleLifetime, now - ReaderSession.AbsoluteLifetime);
        await newspaper.SignInRequests.Where(row => row.ExpiresAt < now).ExecuteDeleteAsync(stop);
        await newspaper.BrakeCounts.Where(row => row.EndsAt < now).ExecuteDeleteAsync(stop);
        await newspaper.ReaderSessions.Where(row => row.LastSeenAt < idle || row.StartedAt < begun).ExecuteDeleteAsync(stop);
    }
}
