using Broadsheet.Editions;
using Broadsheet.Giving.Books;
using Broadsheet.Giving.Receipts;
using Broadsheet.Giving.Receipts.GiftAid;
using Broadsheet.Giving.Supporters;
using Broadsheet.Readers;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Giving;

/// <summary>A donation has arrived, whatever its road.</summary>
public sealed record DonationArrived(long Donation);

/// <summary>A recurring donation is another than it was.</summary>
public sealed record RecurringChanged(long Recurring, RecurringState State);

/// <summary>
/// Writes down what was learned: donors, series, donations and the ledger, in one transaction. Facts in any order, repeated or late, lead
/// to the same rows (promise 7): payments and movements never change and are written once, a series follows the latest answer.
/// </summary>
public sealed class FactBook(Newspaper newspaper, TimeProvider clock)
{
    public Task WriteAsync(Facts facts, CancellationToken stop) => newspaper.WriteAsync(async () =>
    {
        var zone = await newspaper.ZoneOfBooksAsync(stop);
        foreach (var fact in facts.Series) await NoteAsync(fact, stop);
        foreach (var fact in facts.Payments) await NoteAsync(fact, zone, stop);
        foreach (var fact in facts.Movements) await NoteAsync(fact, zone, stop);
    }, stop);

    private async Task NoteAsync(SeriesFact fact, CancellationToken stop)
    {
        if (await newspaper.RecurringDonations.SingleOrDefaultAsync(row => row.StripeId == fact.Id, stop) is not { } series)
        {
            // Whatever else the paper sells by the same account at Stripe is no donation, unless it is taken over.
            if (fact.Request is null && fact.Adoption is null) return;

            var (request, edition) = fact.Adoption is { } adoption ? (null, adoption.Edition) : await RequestAsync(fact.Request, stop);
            var donor = await DonorAsync(fact.From, edition, stop);
            series = new RecurringDonation(fact.Id, donor.Id, edition) { Wish = (request?.Wish ?? new() { Tier = fact.Adoption?.Tier }) with { GiftAid = null }, AdoptedAt = fact.Adoption?.At };
            newspaper.RecurringDonations.Add(series);
            series.Note(fact);
            await newspaper.SaveChangesAsync(stop);
            // Of what had happened before it came here she was told there.
            if (series.AdoptedAt is null && series.State != RecurringState.Active) newspaper.Record(new RecurringChanged(series.Id, series.State), clock.GetUtcNow());
        }
        else if (series.Note(fact)) newspaper.Record(new RecurringChanged(series.Id, series.State), clock.GetUtcNow());
        await newspaper.SaveChangesAsync(stop);
    }

    private async Task NoteAsync(PaymentFact fact, TimeZoneInfo zone, CancellationToken stop)
    {
        if (await newspaper.Donations.AnyAsync(row => row.Key == fact.Id, stop)) return;

        var now = clock.GetUtcNow();
        var series = fact.Series is null ? null : await newspaper.RecurringDonations.SingleOrDefaultAsync(row => row.StripeId == fact.Series, stop);
        if (series is null && fact.Request is null) return;
        // Decided by its time alone: it makes no difference when it is told of.
        if (series?.AdoptedAt > fact.At) return;

        var (request, edition) = await RequestAsync(fact.Request, stop);
        var donor = series?.DonorId ?? (await DonorAsync(fact.From, edition, stop)).Id;
        var wish = series?.Wish ?? request?.Wish ?? new();
        var donation = new Donation(fact.Id, DonationRoad.Stripe, fact.Given, fact.At, zone.DayOf(fact.At), donor, series?.EditionId ?? edition)
        {
            RecurringId = series?.Id,
            Wish = wish with { GiftAid = null },
            Message = wish.Message,
            HasArms = wish.Arms.Count > 0,
        };
        newspaper.Donations.Add(donation);
        // Once: a payment that comes a year later must not put a name back that she took off.
        var isFirst = request is { PaidAt: null };
        if (request is not null) await newspaper.DeclareAsync(request, donor, now, stop);
        request?.Pay(now);
        await newspaper.SaveChangesAsync(stop);
        if (isFirst) await newspaper.NameAsync(donation, now, stop);
        newspaper.Record(new DonationArrived(donation.Id), now);
        await newspaper.SaveChangesAsync(stop);
    }

    private async Task NoteAsync(Movement fact, TimeZoneInfo zone, CancellationToken stop)
    {
        var donation = fact.Payment is null ? null : await newspaper.Donations.SingleOrDefaultAsync(row => row.Key == fact.Payment, stop);
        if (!await newspaper.BookAsync(LedgerEntry.Of(fact, donation, zone, clock.GetUtcNow()), stop)) return;

        await newspaper.SaveChangesAsync(stop);
        if (donation is null) return;
        donation.NoteTakenBack(await TakenAsync(donation, LedgerAccount.RefundedOf(donation), stop), await TakenAsync(donation, LedgerAccount.DisputedOf(donation), stop));
        await newspaper.SaveChangesAsync(stop);
        await newspaper.CountDisclosuresAsync(donation.DonorId, stop);
        await newspaper.VoidIfAllWentBackAsync(donation, clock.GetUtcNow(), stop);
    }

    private Task<long> TakenAsync(Donation donation, string account, CancellationToken stop) =>
        (from entry in newspaper.LedgerEntries
         where entry.DonationId == donation.Id
         from line in entry.Lines
         where line.Account == account && line.Currency == donation.Currency
         select line.Minor).SumAsync(stop);

    private async Task<(DonationRequest? Request, long Edition)> RequestAsync(Guid? id, CancellationToken stop)
    {
        var request = id is null ? null : await newspaper.DonationRequests.SingleOrDefaultAsync(row => row.PublicId == id, stop);
        return (request, request?.EditionId ?? await newspaper.Editions.OrderBy(row => row.Position).ThenBy(row => row.Id).Select(row => row.Id).FirstAsync(stop));
    }

    private Task<Donor> DonorAsync(DonorFact from, long edition, CancellationToken stop) =>
        newspaper.DonorOfAsync(ReaderAddress.Read(from.Address), Text(from.Name), edition, clock.GetUtcNow(), stop);

    private static string Text(string name) => name.Length <= DonationWish.LongestName ? name : name[..DonationWish.LongestName];
}
