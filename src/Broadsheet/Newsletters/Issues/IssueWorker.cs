using Broadsheet.Machine;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Newsletters.Issues;

/// <summary>Sends what waits of the issues that are on their way. Any number of nodes may run one.</summary>
public sealed partial class IssueWorker(IServiceScopeFactory scopes, MachineSettings machine, TimeProvider clock, ILogger<IssueWorker> log) : BackgroundService
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await OffTheSocket.Now();
        while (!stoppingToken.IsCancellationRequested && machine.Mail.IsOn && machine.MayReachOutside)
        {
            try
            {
                await SendDueAsync(stoppingToken);
            }
            catch (Exception problem) when (stoppingToken.IsCancellationRequested || problem is ObjectDisposedException)
            {
                return;
            }
            catch (Exception problem)
            {
                Stumbled(problem);
            }
            await OffTheSocket.RestAsync(Rest, stoppingToken);
        }
    }

    /// <summary>Sends all that is due now.</summary>
    public async Task SendDueAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();
        foreach (var id in await newspaper.Issues.Where(row => row.State == IssueState.Sending).OrderBy(row => row.StartedAt).Select(row => row.Id).ToListAsync(stop))
        {
            using var round = ActivatorUtilities.CreateInstance<IssueRound>(scope.ServiceProvider, id);
            while (await round.SendBatchAsync(stop)) { }
            await FinishAsync(newspaper, id, stop);
        }
    }

    private Task FinishAsync(Newspaper newspaper, long id, CancellationToken stop) => newspaper.WriteAsync(async () =>
    {
        newspaper.ChangeTracker.Clear();
        if (await newspaper.Deliveries.AnyAsync(row => row.IssueId == id && row.State == DeliveryState.Waiting, stop)) return;
        if (await newspaper.Issues.SingleAsync(row => row.Id == id, stop) is var issue && issue.Finish(clock.GetUtcNow())) await newspaper.SaveChangesAsync(stop);
    }, stop);

    [LoggerMessage(Level = LogLevel.Error, Message = "The sender of newsletters stumbled; it goes on in a moment")]
    private partial void Stumbled(Exception problem);
}
