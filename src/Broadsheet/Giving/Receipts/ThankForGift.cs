using Broadsheet.Editions;
using Broadsheet.Mail;
using Broadsheet.Messages.Choosing;
using Broadsheet.Paper;
using Broadsheet.Storage;
using Broadsheet.Storage.Outbox;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Giving.Receipts;

/// <summary>Thanks a giver as soon as her money is there, with a receipt where somebody gives out receipts for her edition. The price of a membership is no gift.</summary>
internal sealed class ThankForGift(Newspaper newspaper, ReaderWords words, Hosts hosts, TimeProvider clock) : IJob<DonationArrived>
{
    public async Task RunAsync(DonationArrived work, string key, CancellationToken stop)
    {
        // Held until this is over: a refund that comes at the same moment waits, and finds the receipt; or this waits, and finds the refund.
        await newspaper.Donations.Where(row => row.Id == work.Donation).ExecuteUpdateAsync(set => set.SetProperty(row => row.Minor, row => row.Minor), stop);
        var donation = await newspaper.Donations.SingleAsync(row => row.Id == work.Donation, stop);
        var donor = await newspaper.Donors.SingleAsync(row => row.Id == donation.DonorId, stop);
        if (donation.RefundedMinor >= donation.Minor || donor.ErasedAt is not null || donation.Wish.Tier is not null) return;
        if (await newspaper.Receipts.AnyAsync(row => row.DonationId == donation.Id, stop)) return;

        var now = clock.GetUtcNow();
        var receipt = await newspaper.EntityOfAsync(donation.EditionId, stop) is { } entity ? await newspaper.IssueAsync(entity, donation, donor, now, stop) : null;
        await newspaper.MailGiverAsync(words, hosts, donation, donor, receipt, now, stop);
        await newspaper.SaveChangesAsync(stop);
    }
}

internal static class GiverMails
{
    /// <summary>The front page of whoever gave: the browser in which she opens it asks her for nothing more.</summary>
    public static string FrontForGivers(this Hosts hosts, PaperEdition edition) => hosts.Link(edition.At("/")) + MailMark.Supporter;

    extension(Newspaper newspaper)
    {
        /// <summary>Has a receipt mailed; without one a thank-you. Not saved yet.</summary>
        public async Task MailGiverAsync(ReaderWords words, Hosts hosts, Donation donation, Donor donor, Receipt? receipt, DateTimeOffset now, CancellationToken stop)
        {
            if (donor.TypedAddress.Length == 0) return;

            var edition = (await newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == donation.EditionId, stop)).ForPaper();
            var mail = receipt is null ? "mail.gift" : "mail.receipt";
            (string, object)[] values = [("amount", donation.Given.In(edition.Language)), ("number", receipt?.Mark ?? ""), ("link", hosts.FrontForGivers(edition))];
            newspaper.Send(donor.TypedAddress, donor.Name, words.Say(edition, $"{mail}.subject", values), words.Say(edition, $"{mail}.text", values), now,
                enclosed: receipt is null ? null : $"{ReceiptEnclosures.Name}/{receipt.PublicId}");
        }
    }
}
