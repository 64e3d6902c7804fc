using Broadsheet.Editions;
using Broadsheet.Machine;
using Broadsheet.Mail;
using Broadsheet.Messages;
using Broadsheet.Newsletters.Issues;
using Broadsheet.Readers;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Newsletters.Silence;

/// <summary>Once an hour: asks some of the readers who were silent for a year, and ends what those get who were asked a month ago and did not answer.</summary>
public sealed class RenewalRounds(IServiceScopeFactory scopes, SoleWork sole, MachineSettings machine, TimeProvider clock, ILogger<RenewalRounds> log)
    : Rounds("The asking of silent readers", TimeSpan.FromHours(1), log)
{
    /// <summary>How many are asked in 24 hours, and in one round: a mailbox provider that suddenly sees thousands of mails to dead mailboxes takes the paper for a spammer.</summary>
    public const int MostPerDay = 300, MostAtOnce = 25;

    private const int Group = 100, MostEnded = 500;

    protected override bool IsOn => machine.Mail.IsOn && machine.MayReachOutside;

    protected override bool RestsFirst => true;

    protected override Task RoundAsync(CancellationToken stop) => GoAsync(stop);

    /// <summary>Asks and ends what is due now.</summary>
    public async Task GoAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();
        if (await newspaper.AreAppealsStoppedAsync(stop) || !(await newspaper.SettingAsync<RenewalTerms>(stop)).IsOn) return;
        await using var hold = await sole.TryBeginAsync("renewals", stop);
        if (hold is null) return;

        await NoteSentAsync(newspaper, stop);
        await EndAsync(newspaper, stop);
        // A sender whom providers do not know yet sends to those who are known to read.
        if (machine.Mail.MostPerDay(clock.GetUtcNow()) is null) await AskAsync(newspaper, scope.ServiceProvider.GetRequiredService<RenewalMails>(), stop);
    }

    // The outbox keeps a mail for a week after it went. One that it gave up was no question: she is asked again.
    private static Task NoteSentAsync(Newspaper newspaper, CancellationToken stop) => newspaper.WriteAsync(async () =>
    {
        var mails = newspaper.OutgoingMails;
        var open = newspaper.Renewals.Where(row => row.SentAt == null && row.AnsweredAt == null && row.EndedAt == null);
        await open.Where(row => mails.Any(mail => mail.PublicId == row.Mail && mail.SentAt != null))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.SentAt, row => mails.Where(mail => mail.PublicId == row.Mail).Select(mail => mail.SentAt).First()), stop);
        await open.Where(row => !mails.Any(mail => mail.PublicId == row.Mail && mail.Attempts < MailSets.MostAttempts)).ExecuteDeleteAsync(stop);
    }, stop);

    private async Task EndAsync(Newspaper newspaper, CancellationToken stop)
    {
        var (now, asked) = (clock.GetUtcNow(), clock.GetUtcNow() - Renewal.Patience);
        var due = await newspaper.Renewals.Where(row => row.SentAt <= asked && row.AnsweredAt == null && row.EndedAt == null).OrderBy(row => row.SentAt).Take(MostEnded).Select(row => row.Id).ToListAsync(stop);
        foreach (var id in due)
        {
            await newspaper.WriteAsync(async () =>
            {
                if (await newspaper.Renewals.SingleOrDefaultAsync(row => row.Id == id && row.AnsweredAt == null, stop) is not { } renewal) return;
                if (await newspaper.Silent(renewal.AskedAt, now).AnyAsync(row => row.Id == renewal.ReaderId, stop))
                {
                    foreach (var subscription in await newspaper.Subscriptions.Where(row => row.ReaderId == renewal.ReaderId && row.EndedAt == null).ToListAsync(stop)) subscription.End(Ending.Silence, now);
                    renewal.End(now);
                }
                else renewal.Answer(now);
                await newspaper.SaveChangesAsync(stop);
            }, stop);
            newspaper.ChangeTracker.Clear();
        }
    }

    private async Task AskAsync(Newspaper newspaper, RenewalMails mails, CancellationToken stop)
    {
        var (now, day) = (clock.GetUtcNow(), clock.GetUtcNow().AddDays(-1));
        var left = Math.Min(MostAtOnce, MostPerDay - await newspaper.Renewals.CountAsync(row => row.AskedAt > day, stop));
        // The law of many countries wants a postal address in such a mail, too.
        var editions = new List<long>();
        foreach (var edition in await newspaper.Editions.Select(row => row.Id).ToListAsync(stop))
            if (await newspaper.HasPostalAddressAsync(edition, stop)) editions.Add(edition);

        var last = 0L;
        while (left > 0)
        {
            var found = await newspaper.Silent(now - Renewal.Silence, now).AsNoTracking()
                .Where(row => row.Id > last && editions.Contains(row.EditionId) && !newspaper.Set<Renewal>().Any(one => one.ReaderId == row.Id && one.AnsweredAt == null && one.EndedAt == null))
                .OrderBy(row => row.Id).Take(Group).ToListAsync(stop);
            if (found.Count == 0) return;
            last = found[^1].Id;
            var hashes = found.Select(row => ReaderAddress.HashOf(row.Address)).ToList();
            var suppressed = (await newspaper.Suppressions.Where(row => hashes.Contains(row.AddressHash)).Select(row => row.AddressHash).ToListAsync(stop)).Select(Convert.ToHexString).ToHashSet();
            var asked = found.Where(row => !suppressed.Contains(Convert.ToHexString(ReaderAddress.HashOf(row.Address)))).Take(left).ToList();
            foreach (var reader in asked) await newspaper.WriteAsync(() => mails.AskAsync(reader, now, stop), stop);
            left -= asked.Count;
        }
    }
}
