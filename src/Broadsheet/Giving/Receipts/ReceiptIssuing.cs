using Broadsheet.Giving.Receipts.GiftAid;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Giving.Receipts;

/// <summary>How receipts come to be and become void. Everything here is called inside WriteAsync, and saves.</summary>
public static class ReceiptIssuing
{
    extension(Newspaper newspaper)
    {
        /// <summary>Gives out the first receipt of a donation; there is one at most, which the database sees to.</summary>
        public async Task<Receipt> IssueAsync(LegalEntity entity, Donation donation, Donor donor, DateTimeOffset now, CancellationToken stop)
        {
            var giver = await newspaper.GiverOfAsync(donor, entity.Id, stop);
            var receipt = new Receipt(entity, donation, await newspaper.NextNumberAsync(entity.Id, donation.Day.Year, stop), 0, giver, now);
            newspaper.Receipts.Add(receipt);
            await newspaper.SaveChangesAsync(stop);
            return receipt;
        }

        /// <summary>Gives out another with the same number and a mark; the one before is void. Its issuer is that of today, where it is the same one.</summary>
        public async Task<Receipt> ReplaceAsync(Receipt last, Donation donation, ReceiptGiver giver, long staff, string reason, DateTimeOffset now, CancellationToken stop)
        {
            last.Void(staff, reason, now);
            var entity = await newspaper.LegalEntities.SingleAsync(row => row.Id == last.EntityId, stop);
            var receipt = new Receipt(entity, donation, last.Number, last.Copy + 1, giver, now);
            newspaper.Receipts.Add(receipt);
            await newspaper.SaveChangesAsync(stop);
            return receipt;
        }

        /// <summary>A receipt for money of which nothing is left says what is not so.</summary>
        public async Task VoidIfAllWentBackAsync(Donation donation, DateTimeOffset now, CancellationToken stop)
        {
            if (donation.RefundedMinor < donation.Minor) return;
            foreach (var receipt in await newspaper.Receipts.Where(row => row.DonationId == donation.Id && row.VoidedAt == null).ToListAsync(stop)) receipt.Void(null, "", now);
            await newspaper.SaveChangesAsync(stop);
        }

        /// <summary>As a receipt names a donor: what a desk once wrote on one of hers stands on the next.</summary>
        /// <param name="entity">Whose receipt it is: a declaration was made to one charity.</param>
        public async Task<ReceiptGiver> GiverOfAsync(Donor donor, long entity, CancellationToken stop)
        {
            var declared = await newspaper.GiftAidDeclarations.Where(row => row.DonorId == donor.Id && row.EntityId == entity && row.DestroyOn == null).OrderByDescending(row => row.Id).FirstOrDefaultAsync(stop);
            if (declared is { RevokedAt: null }) return new(declared.Name, declared.Home, true);

            var (mine, name) = (newspaper.Donations.Where(row => row.DonorId == donor.Id).Select(row => row.Id), donor.Name.Length > 0 ? donor.Name : donor.TypedAddress);
            var last = await newspaper.OpenReceipts.Where(row => mine.Contains(row.DonationId)).OrderByDescending(row => row.Id).FirstOrDefaultAsync(stop);
            return new(name, last?.Giver.Address ?? "", declared is null && last?.Giver.HasDeclared == true);
        }

        // Two at once wait for each other at the entity's row, and what is taken back with its transaction was never taken.
        private async Task<int> NextNumberAsync(long entity, int year, CancellationToken stop)
        {
            await newspaper.LegalEntities.Where(row => row.Id == entity).ExecuteUpdateAsync(set => set.SetProperty(row => row.Asked, row => row.Asked + 1), stop);
            var counter = newspaper.ReceiptCounters.AsNoTracking().Where(row => row.EntityId == entity && row.Year == year);
            if (await counter.ExecuteUpdateAsync(set => set.SetProperty(row => row.Last, row => row.Last + 1), stop) == 0)
            {
                newspaper.ReceiptCounters.Add(new ReceiptCounter(entity, year));
                await newspaper.SaveChangesAsync(stop);
            }
            return await counter.Select(row => row.Last).SingleAsync(stop);
        }
    }
}
