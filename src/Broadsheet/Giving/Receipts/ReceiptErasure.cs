using Broadsheet.Readers;
using Broadsheet.Giving.Receipts.GiftAid;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Giving.Receipts;

/// <summary>What becomes of receipts when a giver has herself erased: closed to everybody, kept as long as the law says, then destroyed.</summary>
internal sealed class ReceiptErasure : IRunsOut
{
    public async Task RemoveAsync(Newspaper newspaper, DateTimeOffset now, CancellationToken stop)
    {
        var today = (await newspaper.ZoneOfBooksAsync(stop)).DayOf(now);
        await newspaper.Receipts.Where(row => row.DestroyOn <= today).ExecuteDeleteAsync(stop);
        await newspaper.GiftAidDeclarations.Where(row => row.DestroyOn <= today).ExecuteDeleteAsync(stop);
    }

    /// <summary>Call it inside WriteAsync; not saved yet. What says nothing that the books do not say goes at once.</summary>
    public static async Task CloseAsync(Newspaper newspaper, long donor, DateTimeOffset now, CancellationToken stop)
    {
        var gifts = newspaper.Donations.Where(row => row.DonorId == donor).Select(row => row.Id);
        var years = await newspaper.LegalEntities.ToDictionaryAsync(row => row.Id, row => row.KeepYears, stop);
        foreach (var receipt in await newspaper.OpenReceipts.Where(row => gifts.Contains(row.DonationId)).ToListAsync(stop)) receipt.Close(years[receipt.EntityId], now);
        await newspaper.CloseDeclarationsAsync(donor, years, now, stop);
        await newspaper.Statements.Where(row => row.DonorId == donor).ExecuteDeleteAsync(stop);
    }
}
