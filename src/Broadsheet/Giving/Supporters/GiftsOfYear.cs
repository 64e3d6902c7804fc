using Broadsheet.Giving.Books;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Giving.Supporters;

/// <summary>What one giver gave in a year, less what went back.</summary>
public sealed record GiftsOfYear(long DonorId, long Minor);

public static class GiftsOfYears
{
    extension(Newspaper newspaper)
    {
        /// <summary>Has what readers are told of a giver's year follow the ledger. Call it inside WriteAsync; it saves.</summary>
        public async Task CountDisclosuresAsync(long donor, CancellationToken stop)
        {
            foreach (var row in await newspaper.Disclosures.Where(row => row.DonorId == donor).ToListAsync(stop))
                row.Count((await newspaper.GiftsOverAsync(new Money(0, row.Currency), row.Year, donor, stop)).Sum(one => one.Minor));
            await newspaper.SaveChangesAsync(stop);
        }

        /// <summary>Who gave more than a limit in a year, by the ledger and the clock of the books. Memberships, a price and no gift, do not count.</summary>
        /// <param name="donor">Only she; null: everybody.</param>
        public async Task<IReadOnlyList<GiftsOfYear>> GiftsOverAsync(Money limit, int year, long? donor, CancellationToken stop)
        {
            var (first, last) = BookDay.DaysOf(year);
            var currency = limit.Currency;
            var sums = await (from entry in newspaper.LedgerEntries.AsNoTracking()
                              where entry.Day >= first && entry.Day <= last
                              join donation in newspaper.Donations on entry.DonationId equals (long?)donation.Id
                              where donor == null || donation.DonorId == donor
                              from line in entry.Lines
                              where line.Account.StartsWith("Income:Donations:") && line.Currency == currency
                              group line.Minor by donation.DonorId into same
                              select new { Donor = same.Key, Minor = -same.Sum() }).ToListAsync(stop);
            return [.. sums.Where(one => one.Minor > limit.Minor).OrderByDescending(one => one.Minor).ThenBy(one => one.Donor).Select(one => new GiftsOfYear(one.Donor, one.Minor))];
        }
    }
}
