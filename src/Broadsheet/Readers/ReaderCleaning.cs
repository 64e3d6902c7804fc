using Broadsheet.Machine;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Readers;

/// <summary>Once an hour: what ran out is removed, also addresses of people who never confirmed anything.</summary>
public sealed partial class ReaderCleaning(IServiceScopeFactory scopes, IEnumerable<IRunsOut> rows, TimeProvider clock, ILogger<ReaderCleaning> log) : BackgroundService
{
    private static readonly TimeSpan Rest = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await OffTheSocket.Now();
        while (!stoppingToken.IsCancellationRequested)
        {
            await OffTheSocket.RestAsync(Rest, stoppingToken);
            try
            {
                if (!stoppingToken.IsCancellationRequested) await CleanAsync(stoppingToken);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem)
            {
                Stumbled(problem);
            }
        }
    }

    public async Task CleanAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (newspaper, now) = (scope.ServiceProvider.GetRequiredService<Newspaper>(), clock.GetUtcNow());
        foreach (var one in rows) await newspaper.WriteAsync(() => one.RemoveAsync(newspaper, now, stop), stop);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What ran out of readers' requests and sessions could not be removed; it is tried again")]
    private partial void Stumbled(Exception problem);
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
