using Broadsheet.Editions;
using Broadsheet.Mail;
using Broadsheet.Messages.Choosing;
using Broadsheet.Paper;
using Broadsheet.Storage;
using Broadsheet.Storage.Outbox;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Giving;

/// <summary>Writes a giver when a payment of hers failed, or when her series has ended: kindly, once, and with the way to put it right.</summary>
internal sealed class RecurringMails(Newspaper newspaper, ReaderWords words, Hosts hosts, TimeProvider clock) : IJob<RecurringChanged>
{
    public async Task RunAsync(RecurringChanged work, string key, CancellationToken stop)
    {
        var series = await newspaper.RecurringDonations.SingleAsync(row => row.Id == work.Recurring, stop);
        // What happened since has its own mail.
        if (series.State != work.State || series.State == RecurringState.Active) return;
        var donor = await newspaper.Donors.SingleAsync(row => row.Id == series.DonorId, stop);
        if (donor.TypedAddress.Length == 0) return;

        var edition = (await newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == series.EditionId, stop)).ForPaper();
        var text = series.State == RecurringState.PastDue ? "mail.past-due" : "mail.ended";
        newspaper.Send(donor.TypedAddress, donor.Name, words.Say(edition, $"{text}.subject"), words.Say(edition, $"{text}.text",
            ("amount", series.Amount.In(edition.Language)), ("link", hosts.Link(edition.Personal(series.State == RecurringState.PastDue ? "/account" : "/give")) + MailMark.Supporter)), clock.GetUtcNow());
        await newspaper.SaveChangesAsync(stop);
    }
}
