using Broadsheet.Giving.Cards;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Web.Text;

namespace Broadsheet.Giving.Books;

/// <summary>Goes over the whole ledger and says what is wrong with it, line by line, in words for whoever keeps the books.</summary>
public sealed class LedgerCheck(Newspaper newspaper)
{
    public int Entries { get; private set; }
    public int Donations { get; private set; }

    /// <summary>What a person should look at although nothing is wrong.</summary>
    public IReadOnlyList<string> Remarks { get; private set; } = [];

    /// <returns>What is wrong; empty when the books are in order.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken stop)
    {
        var wrong = new List<string>();
        Entries = await newspaper.LedgerEntries.CountAsync(stop);
        Donations = await newspaper.Donations.CountAsync(stop);

        wrong.AddRange(await UnbalancedAsync(stop));
        wrong.AddRange(await DonationsAsync(stop));
        if (await newspaper.StripeComparisons.OrderByDescending(row => row.At).FirstOrDefaultAsync(stop) is { } last)
            wrong.AddRange(last.Differences.Select(one => T("ledger.check.stripe", ("day", last.At.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), ("amount", $"{one.Plain} {one.Currency}"))));

        var lost = await newspaper.StripeEvents.GivenUp().CountAsync(stop);
        var unsorted = (await newspaper.BalancesOfAsync(LedgerAccount.Unsorted, stop)).Where(one => one.Minor != 0);
        Remarks =
        [
            .. lost == 0 ? [] : new[] { T("ledger.check.events", ("count", lost)) },
            .. unsorted.Select(one => T("ledger.check.unsorted", ("amount", $"{one.Plain} {one.Currency}"))),
        ];
        return wrong;
    }

    private async Task<IEnumerable<string>> UnbalancedAsync(CancellationToken stop)
    {
        var sums = await newspaper.LedgerLines.GroupBy(row => new { row.EntryId, row.Currency })
            .Select(same => new { same.Key.EntryId, same.Key.Currency, Minor = same.Sum(row => row.Minor) }).Where(one => one.Minor != 0).ToListAsync(stop);
        var empty = await newspaper.LedgerEntries.Where(row => row.Lines.Count == 0).Select(row => row.Id).ToListAsync(stop);
        return sums.Select(one => T("ledger.check.unbalanced", ("entry", one.EntryId), ("amount", $"{new Money(one.Minor, one.Currency).Plain} {one.Currency}")))
            .Concat(empty.Select(id => T("ledger.check.empty", ("entry", id))));
    }

    // Every donation stands in the ledger once, with its amount; what went back is the same in both.
    private async Task<IEnumerable<string>> DonationsAsync(CancellationToken stop)
    {
        var lines = await (from entry in newspaper.LedgerEntries
                           where entry.DonationId != null
                           from line in entry.Lines
                           where line.Account.StartsWith("Income:")
                           group line.Minor by new { Donation = entry.DonationId!.Value, line.Account, line.Currency } into same
                           select new { same.Key.Donation, same.Key.Account, same.Key.Currency, Minor = same.Sum() }).ToListAsync(stop);
        var booked = lines.ToLookup(one => one.Donation);
        var wrong = new List<string>();
        await foreach (var donation in newspaper.Donations.AsNoTracking().AsAsyncEnumerable().WithCancellation(stop))
        {
            long Of(params string[] accounts) => booked[donation.Id].Where(one => one.Currency == donation.Currency && accounts.Contains(one.Account)).Sum(one => one.Minor);

            var right = -Of(LedgerAccount.DonatedOnce, LedgerAccount.DonatedAgain, LedgerAccount.Memberships) == donation.Minor && Of(LedgerAccount.RefundedOf(donation)) == donation.RefundedMinor && Of(LedgerAccount.DisputedOf(donation)) == donation.DisputedMinor
                && booked[donation.Id].All(one => one.Currency == donation.Currency);
            if (!right) wrong.Add(T("ledger.check.donation", ("donation", donation.PublicId)));
        }
        return wrong;
    }
}
