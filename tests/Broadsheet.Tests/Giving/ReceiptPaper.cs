using Broadsheet.Editions;
using Broadsheet.Giving;
using Broadsheet.Giving.Books;
using Broadsheet.Giving.Receipts;
using Broadsheet.Readers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Giving;

/// <summary>A paper that gives out receipts, and gifts that arrive at it by bank.</summary>
internal static class ReceiptPaper
{
    public static readonly EntityDetails Foundation = new()
    {
        Kind = ReceiptKind.Us501c3,
        Name = "Harbour Courier Foundation",
        Address = "1 Pier Road\nPortsmouth NH 03801",
        Country = "US",
        Registration = "12-3456789",
    };

    public static Task<LegalEntity> FoundAsync(this Newsroom newsroom, EntityDetails? details = null, params Edition[] editions) => newsroom.AskAsync(async newspaper =>
    {
        var entity = new LegalEntity();
        entity.Change(details ?? Foundation, LegalEntity.DefaultYears);
        newspaper.LegalEntities.Add(entity);
        await newspaper.SaveChangesAsync();
        foreach (var edition in editions.Length == 0 ? [newsroom.Edition] : editions) newspaper.EntityEditions.Add(new EntityEdition(edition.Id, entity.Id));
        await newspaper.SaveChangesAsync();
        return entity;
    });

    /// <summary>A gift by bank, booked, whose jobs wait to be run.</summary>
    public static Task<Donation> ArriveAsync(this Newsroom newsroom, long minor, string name, string address, DateOnly day, Edition? edition = null, string currency = "USD") => newsroom.AskAsync(newspaper => newspaper.WriteAsync(async () =>
    {
        var (now, key, where) = (newsroom.Clock.GetUtcNow(), Guid.CreateVersion7(), (edition ?? newsroom.Edition).Id);
        var donor = await newspaper.DonorOfAsync(ReaderAddress.Read(address), name, where, now, default);
        var donation = new Donation($"hand:{key:N}", DonationRoad.Bank, new(minor, currency), now, day, donor.Id, where);
        newspaper.Donations.Add(donation);
        await newspaper.SaveChangesAsync();
        await newspaper.BookAsync(LedgerEntry.ByHand(key, donation.Id, donation.Given, LedgerAccount.Bank, day, 1, "Statement 12", now), default);
        newspaper.Record(new DonationArrived(donation.Id), now);
        await newspaper.SaveChangesAsync();
        return donation;
    }));

    /// <summary>Takes a gift by bank back, on a day of the books.</summary>
    public static Task TakeBackAsync(this Newsroom newsroom, Donation gift, DateOnly day) => newsroom.AskAsync(newspaper => newspaper.WriteAsync(async () =>
    {
        var now = newsroom.Clock.GetUtcNow();
        var entry = await newspaper.LedgerEntries.Include(row => row.Lines).SingleAsync(row => row.DonationId == gift.Id && row.Kind == EntryKind.Donation);
        await newspaper.BookAsync(entry.Reverse(1, "Sent back", day, now), default);
        var donation = await newspaper.Donations.SingleAsync(row => row.Id == gift.Id);
        donation.NoteTakenBack(donation.Minor, 0);
        await newspaper.SaveChangesAsync();
        await newspaper.VoidIfAllWentBackAsync(donation, now, default);
        return donation;
    }));

    /// <summary>Gives out a receipt as the job of a gift does.</summary>
    public static Task<Receipt> ReceiptAsync(this Newsroom newsroom, LegalEntity entity, Donation gift) => newsroom.AskAsync(newspaper => newspaper.WriteAsync(async () =>
        await newspaper.IssueAsync(entity, gift, await newspaper.Donors.SingleAsync(row => row.Id == gift.DonorId), newsroom.Clock.GetUtcNow(), default)));

    public static Task<List<Receipt>> ReceiptsAsync(this Newsroom newsroom) => newsroom.AskAsync(newspaper => newspaper.Receipts.OrderBy(row => row.Id).ToListAsync());

    public static async Task<byte[]> DrawAsync(this Newsroom newsroom, Receipt receipt)
    {
        await using var scope = newsroom.App.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ReceiptPrinter>().DrawAsync(receipt, default);
    }

    public static async Task<string> TextOfAsync(this Newsroom newsroom, Statement statement)
    {
        await using var scope = newsroom.App.Services.CreateAsyncScope();
        return Print.PdfTools.TextOf(await scope.ServiceProvider.GetRequiredService<StatementPrinter>().DrawAsync(statement, default));
    }
}
