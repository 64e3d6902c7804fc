using Broadsheet.Accounts;
using Broadsheet.Giving.Cards;
using Broadsheet.Giving.Desk;
using Broadsheet.Paper;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Giving.Receipts.Desk;

/// <summary>
/// POST /newsroom/donations/7/receipt gives out a receipt, or another in the place of the last; POST /newsroom/donations/7/receipt/cancellation
/// makes the last one void. What is missing in the form is said on the donation's page.
/// </summary>
public static class GiveReceipt
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapPost("/donations/{id:long}/receipt", Post).Requires(Permission.RunDonations);
        newsroom.MapPost("/donations/{id:long}/receipt/cancellation", PostCancellation).Requires(Permission.RunDonations);
    }

    internal static Task<IResult> Post(long id, IFormCollection fields, Newspaper newspaper, ReaderWords words, Hosts hosts, StripeRoad road, Staff staff, TimeProvider clock, CancellationToken stop) => newspaper.WriteAsync<IResult>(async () =>
    {
        if (await FindAsync(id, newspaper, stop) is not { } found || found.Donor.ErasedAt is not null || found.Donation.Kept.Minor <= 0 || found.Donation.Wish.Tier is not null) return TypedResults.NotFound();
        var (donation, donor, last) = found;
        var (name, address, now) = (fields["ReceiptName"].ToString().ReplaceLineEndings(" ").Trim(), fields["ReceiptAddress"].ToString().ReplaceLineEndings("\n").Trim(), clock.GetUtcNow());
        var (reason, latest) = (Reason(fields["ReplacedWhy"]), fields["Last"].ToString());
        if (last is not null && (name.Length is 0 or > DonationWish.LongestName || address.Length > ReceiptGiver.LongestAddress || reason is null)) return await RefuseAsync(id, "name", fields, newspaper, road, staff, stop);
        // Pressed twice: it is given out already.
        if (latest != (last?.PublicId.ToString() ?? "")) return Back(id, "issued");

        Receipt receipt;
        if (last is not null) receipt = await newspaper.ReplaceAsync(last, donation, new(name, address, fields["HasDeclared"] == "true"), staff.By, reason!, now, stop);
        else if (await newspaper.EntityOfAsync(donation.EditionId, stop) is { } entity) receipt = await newspaper.IssueAsync(entity, donation, donor, now, stop);
        else return TypedResults.NotFound();

        await newspaper.MailGiverAsync(words, hosts, donation, donor, receipt, now, stop);
        newspaper.Audit(staff, "receipt-issued", $"receipt/{receipt.PublicId}", receipt.Mark, now);
        await newspaper.SaveChangesAsync(stop);
        return Back(id, "issued");
    }, stop);

    internal static Task<IResult> PostCancellation(long id, IFormCollection fields, Newspaper newspaper, StripeRoad road, Staff staff, TimeProvider clock, CancellationToken stop) => newspaper.WriteAsync<IResult>(async () =>
    {
        if ((await FindAsync(id, newspaper, stop))?.Last is not { } last) return TypedResults.NotFound();
        if (Reason(fields["VoidedWhy"]) is not { } reason) return await RefuseAsync(id, "reason", fields, newspaper, road, staff, stop);

        if (!last.IsVoid)
        {
            last.Void(staff.By, reason, clock.GetUtcNow());
            newspaper.Audit(staff, "receipt-voided", $"receipt/{last.PublicId}", $"{last.Mark}: {reason}", clock.GetUtcNow());
            await newspaper.SaveChangesAsync(stop);
        }
        return Back(id, "void");
    }, stop);

    private static async Task<(Donation Donation, Donor Donor, Receipt? Last)?> FindAsync(long id, Newspaper newspaper, CancellationToken stop)
    {
        if (await newspaper.Donations.SingleOrDefaultAsync(row => row.Id == id, stop) is not { } donation) return null;
        return (donation, await newspaper.Donors.SingleAsync(row => row.Id == donation.DonorId, stop),
            await newspaper.OpenReceipts.Where(row => row.DonationId == id).OrderByDescending(row => row.Copy).FirstOrDefaultAsync(stop));
    }

    private static string? Reason(string? typed) => (typed ?? "").ReplaceLineEndings(" ").Trim() is { Length: > 0 and <= 300 } reason ? reason : null;

    private static Task<IResult> RefuseAsync(long id, string why, IFormCollection fields, Newspaper newspaper, StripeRoad road, Staff staff, CancellationToken stop) =>
        ShowDonation.AnswerAsync(id, newspaper, road, staff, Problems.None, "", StatusCodes.Status422UnprocessableEntity, stop, said: why, sent: fields);

    private static IResult Back(long id, string what) => TypedResults.Redirect($"/newsroom/donations/{id}?receipt={what}");
}
