using Broadsheet.Machine;
using Broadsheet.Mail;
using Broadsheet.Messages;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Newsletters.Issues;

/// <summary>
/// Sends what waits of the issues that are on their way, over several connections. Any number of nodes may run one; one of them sends at a time,
/// so nobody waits for a lease to run out when it dies.
/// </summary>
public sealed partial class IssueWorker(IServiceScopeFactory scopes, SoleWork sole, Postman postman, LeavingLinks links, MachineSettings machine, TimeProvider clock, ILogger<IssueWorker> log)
    : Rounds("The sender of newsletters", TimeSpan.FromSeconds(2), log)
{
    protected override bool IsOn => machine.Mail.IsOn && machine.MayReachOutside;

    protected override Task RoundAsync(CancellationToken stop) => SendDueAsync(stop);

    /// <summary>Sends all that is due now. False: another process is at it.</summary>
    public async Task<bool> SendDueAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();
        var issues = await newspaper.Issues.Where(row => row.State == IssueState.Sending).OrderBy(row => row.StartedAt).Select(row => row.Id).ToListAsync(stop);
        if (issues.Count == 0 || await newspaper.AreAppealsStoppedAsync(stop)) return true;

        await using var hold = await sole.TryBeginAsync("sending", stop);
        if (hold is null) return false;
        foreach (var id in issues)
        {
            if (await DueAsync(newspaper, id, stop) is var due and > 0) await SendAsync(ActivatorUtilities.CreateInstance<IssueRound>(scope.ServiceProvider, id, hold), due, stop);
            await FinishAsync(newspaper, id, stop);
        }
        return true;
    }

    // As many as there are connections, or fewer: for three mails eight connections would be a nuisance.
    private async Task<int> DueAsync(Newspaper newspaper, long id, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var most = Math.Min(Math.Max(1, machine.Mail.Connections), await newspaper.LeftOfWarmUpAsync(machine.Mail, now, stop));
        return await newspaper.Deliveries.Where(row => row.IssueId == id && row.State == DeliveryState.Waiting && row.DueAt <= now).Take(most).CountAsync(stop);
    }

    // A server that takes fewer connections than we would like serves those that it takes.
    private async Task SendAsync(IssueRound round, int connections, CancellationToken stop)
    {
        var serving = round.ServeAsync(stop);
        var lanes = Enumerable.Range(0, connections).Select(_ => Task.Run(() => new IssueLane(round, postman, links, clock).RunAsync(stop), CancellationToken.None)).ToList();
        await Task.WhenAll(lanes).ContinueWith(_ => round.Close(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        await serving;
        if (lanes.All(lane => lane.IsFaulted)) await lanes[0];
        foreach (var lane in lanes.Where(lane => lane.IsFaulted)) Cut(lane.Exception!.GetBaseException());
    }

    private Task FinishAsync(Newspaper newspaper, long id, CancellationToken stop) => newspaper.WriteAsync(async () =>
    {
        newspaper.ChangeTracker.Clear();
        if (await newspaper.Deliveries.AnyAsync(row => row.IssueId == id && row.State == DeliveryState.Waiting, stop)) return;
        if (await newspaper.Issues.SingleAsync(row => row.Id == id, stop) is var issue && issue.Finish(clock.GetUtcNow())) await newspaper.SaveChangesAsync(stop);
    }, stop);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A connection of the sender of newsletters was lost; the others go on")]
    private partial void Cut(Exception problem);
}
