using Broadsheet.Readers;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Giving.Receipts.GiftAid;

/// <summary>How declarations come to be and what holds now. What writes is called inside WriteAsync, and saves.</summary>
public static class GiftAidBook
{
    extension(Newspaper newspaper)
    {
        /// <summary>The UK charity to which an edition's readers give; null: no declaration is asked for.</summary>
        public async Task<LegalEntity?> GiftAidEntityOfAsync(long edition, CancellationToken stop) =>
            await newspaper.EntityOfAsync(edition, stop) is { Details.Kind: ReceiptKind.UkGiftAid } entity ? entity : null;

        /// <summary>Keeps what a giver declared with a gift that has arrived, once.</summary>
        public async Task DeclareAsync(DonationRequest request, long donor, DateTimeOffset now, CancellationToken stop)
        {
            if (request.Wish.GiftAid is not { } said || await newspaper.GiftAidEntityOfAsync(request.EditionId, stop) is not { } entity) return;
            if (await newspaper.GiftAidDeclarations.AnyAsync(row => row.Request == request.PublicId, stop)) return;

            newspaper.GiftAidDeclarations.Add(new GiftAidDeclaration(donor, entity.Id, request.PublicId, said, request.CreatedAt));
            await newspaper.SaveChangesAsync(stop);
        }

        /// <summary>Those of a reader who has proved that her address is the giver's, the newest first.</summary>
        public IQueryable<GiftAidDeclaration> DeclarationsFor(Reader reader)
        {
            var (address, donors) = (reader.Address, newspaper.Donors);
            return newspaper.GiftAidDeclarations.Where(row => row.DestroyOn == null && donors.Any(donor => donor.Id == row.DonorId && donor.Address == address)).OrderByDescending(row => row.Id);
        }

        /// <summary>Her declarations end and are closed to everybody; HMRC may ask for them until the years after her last gift are over.</summary>
        /// <param name="years">For how many years each entity keeps what it must.</param>
        internal async Task CloseDeclarationsAsync(long donor, IReadOnlyDictionary<long, int> years, DateTimeOffset now, CancellationToken stop)
        {
            var last = await newspaper.Donations.Where(row => row.DonorId == donor).MaxAsync(row => (DateOnly?)row.Day, stop) ?? DateOnly.FromDateTime(now.UtcDateTime);
            foreach (var row in await newspaper.GiftAidDeclarations.Where(row => row.DonorId == donor).ToListAsync(stop)) row.Close(new DateOnly(last.Year + years[row.EntityId] + 1, 1, 1), now);
        }
    }
}
