using Broadsheet.Machine;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Newsletters.Issues;

/// <summary>Sends what waits of the issues that are on their way. Any number of nodes may run one.</summary>
public sealed class IssueWorker(IServiceScopeFactory scopes, MachineSettings machine, TimeProvider clock, ILogger<IssueWorker> log)
    : Rounds("The sender of newsletters", TimeSpan.FromSeconds(2), log)
{
    protected override bool IsOn => machine.Mail.IsOn && machine.MayReachOutside;

    protected override Task RoundAsync(CancellationToken stop) => SendDueAsync(stop);

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
}
