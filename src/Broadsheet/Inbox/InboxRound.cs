using System.Globalization;
using Broadsheet.Accounts;
using Broadsheet.Machine;
using Broadsheet.Notices;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Inbox;

/// <summary>
/// Every quarter of an hour: tells staff of what came, all of it in one notice, and removes what is over. Of tips it tells when their day
/// is over, since a notice has its hour.
/// </summary>
public sealed class InboxRound(IServiceScopeFactory scopes, InboxStore store, MachineSettings machine, TimeProvider clock, ILogger<InboxRound> log)
    : Rounds("The inbox's round", TimeSpan.FromMinutes(15), log)
{
    internal const string Notice = "inbox", TipNotice = "inbox-tips";

    protected override Task RoundAsync(CancellationToken stop) => RunAsync(stop);

    public async Task RunAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        await TellAsync(newspaper, newspaper.InboxMessages.Where(row => !row.IsTold && row.State == MessageState.New && row.Kind != MessageKind.Tip), Notice, Permission.ReadInbox, now, stop);
        await TellAsync(newspaper, newspaper.InboxMessages.Where(row => !row.IsTold && row.State == MessageState.New && row.Kind == MessageKind.Tip && row.Day < today), TipNotice, Permission.ReadTips, now, stop);
        await RemoveAsync(newspaper, today, stop);
        await store.SweepAsync(newspaper, today, stop);
    }

    private static async Task TellAsync(Newspaper newspaper, IQueryable<InboxMessage> untold, string notice, Permission permission, DateTimeOffset now, CancellationToken stop)
    {
        if (!await untold.AnyAsync(stop)) return;
        await newspaper.WriteAsync(async () =>
        {
            // Of two nodes one finds none left.
            var count = await untold.ExecuteUpdateAsync(set => set.SetProperty(row => row.IsTold, true), stop);
            if (count == 0) return;
            var staff = (await newspaper.StaffWhoMayAsync(permission, stop)).Where(member => member.May(Permission.ReadInbox));
            newspaper.Tell(notice, staff.Select(member => member.By), (null, "broadsheet"), count.ToString(CultureInfo.InvariantCulture), notice == TipNotice ? "/newsroom/inbox?kind=Tip" : "/newsroom/inbox", now);
            await newspaper.SaveChangesAsync(stop);
        }, stop);
    }

    private async Task RemoveAsync(Newspaper newspaper, DateOnly today, CancellationToken stop)
    {
        var (spam, done) = (today.AddDays(-machine.Readers.SpamDays), today.AddDays(-machine.Readers.DoneDays));
        var over = newspaper.InboxMessages.Where(row => (row.State == MessageState.Spam && row.ClosedOn <= spam) || (row.State == MessageState.Done && row.ClosedOn <= done));
        if (!await over.AnyAsync(stop)) return;
        var hashes = await newspaper.InboxFiles.Where(file => over.Any(row => row.Id == file.MessageId)).Select(file => file.FileHash).Distinct().ToListAsync(stop);
        await newspaper.WriteAsync(() => over.ExecuteDeleteAsync(stop), stop);
        await store.DestroyAsync(hashes, newspaper, stop);
    }
}
