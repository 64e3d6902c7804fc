using System.Net;
using Broadsheet.Machine;
using Broadsheet.Outbound;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.CopyDesk.Links;

/// <summary>
/// Asks the links of stories whether they still lead somewhere: one at a time, one host never twice within a few seconds, HEAD first
/// and GET where a server does not like that. The answer is kept, and asked for again after weeks.
/// </summary>
public sealed class AskOutsideLinks(IServiceScopeFactory scopes, OutboundClient outside, MachineSettings machine, TimeProvider clock, ILogger<AskOutsideLinks> log)
    : Rounds("Looking after links out of stories", TimeSpan.FromSeconds(20), log)
{
    // Who is asked, and all else of its host, waits so long; if the program is killed meanwhile it is asked again.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2), HostRest = TimeSpan.FromSeconds(10), Lately = TimeSpan.FromDays(2);

    protected override bool IsOn => machine.MayReachOutside;

    protected override bool RestsFirst => true;

    protected override async Task RoundAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && await AskNextAsync(stop)) { }
    }

    /// <summary>Asks the one that is due first. False when none is due.</summary>
    public async Task<bool> AskNextAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();
        var now = clock.GetUtcNow();
        if (await newspaper.OutsideLinks.AsNoTracking().Where(row => row.DueAt <= now).OrderBy(row => row.DueAt).ThenBy(row => row.Id).FirstOrDefaultAsync(stop) is not { } due) return false;
        if (!await TakeAsync(newspaper, due, now, stop)) return true;

        // Outside any transaction: an answer may take half a minute.
        var (status, problem) = await AskAsync(new(due.Address), stop);
        // A machine that is cut off knows no host at all.
        var lately = now - Lately;
        if (problem == OutboundProblem.NoHost && !await newspaper.OutsideLinks.AnyAsync(row => row.Host != due.Host && row.Status != null && row.AskedAt > lately, stop)) problem = OutboundProblem.Silent;
        await newspaper.WriteAsync(async () =>
        {
            if (await newspaper.OutsideLinks.SingleOrDefaultAsync(row => row.Id == due.Id, stop) is not { } link) return;
            if (status is { } answered) link.Answered(answered, clock.GetUtcNow());
            else link.Failed(problem, clock.GetUtcNow());
            await newspaper.SaveChangesAsync(stop);
            var (rested, leased) = (clock.GetUtcNow() + HostRest, clock.GetUtcNow() + Lease);
            await newspaper.OutsideLinks.Where(row => row.Host == due.Host && row.Id != due.Id && row.DueAt <= leased).ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, rested), stop);
        }, stop);
        return true;
    }

    // Of two nodes one gets it, and its host with it.
    private static async Task<bool> TakeAsync(Newspaper newspaper, OutsideLink due, DateTimeOffset now, CancellationToken stop)
    {
        var isTaken = false;
        await newspaper.WriteAsync(async () =>
        {
            isTaken = await newspaper.OutsideLinks.Where(row => row.Id == due.Id && row.DueAt == due.DueAt).ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, now + Lease), stop) == 1;
            if (isTaken) await newspaper.OutsideLinks.Where(row => row.Host == due.Host && row.DueAt <= now).ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, now + Lease), stop);
        }, stop);
        return isTaken;
    }

    private async Task<(HttpStatusCode? Status, OutboundProblem Problem)> AskAsync(Uri address, CancellationToken stop)
    {
        const string Purpose = "asks whether a link still leads somewhere";
        try
        {
            var status = await outside.StatusAsync(HttpMethod.Head, address, Purpose, stop);
            return ((int)status < 400 ? status : await outside.StatusAsync(HttpMethod.Get, address, Purpose, stop), default);
        }
        catch (OutboundException failure)
        {
            return (null, failure.Problem);
        }
    }
}
