using Broadsheet.Accounts;
using Broadsheet.Giving.Books;
using Broadsheet.Giving.Cards;
using Broadsheet.Giving.Receipts;
using Broadsheet.Giving.Supporters;
using Broadsheet.Messages;
using Broadsheet.Storage;
using Broadsheet.Web;
using Broadsheet.Words;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Web.Text;

namespace Broadsheet.Giving.Desk;

/// <summary>POST /newsroom/donations/7/refund has Stripe give money back; POST /newsroom/donations/7/reversal takes back what a person entered.</summary>
public static class RefundDonation
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapPost("/donations/{id:long}/refund", PostRefund).Requires(Permission.RunDonations);
        newsroom.MapPost("/donations/{id:long}/reversal", PostReversal).Requires(Permission.RunDonations);
    }

    internal static async Task<IResult> PostRefund(long id, IFormCollection fields, Newspaper newspaper, StripeRoad road, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Donations.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.Road == DonationRoad.Stripe, stop) is not { } donation) return TypedResults.NotFound();

        var typed = fields["Amount"].ToString().Trim();
        var minor = Currency.Find(donation.Currency) is { } currency ? currency.Read(typed) : null;
        if (minor is null || minor > donation.Kept.Minor || !Guid.TryParse(fields["Id"], out var key))
            return await Refuse(T("donation.refund.problem", ("most", donation.Kept.In(Spoken.Language))));
        try
        {
            // Noted before it is asked for: who sent money away must be known whatever happens next.
            newspaper.Audit(staff, "donation-refunded", $"donation/{donation.PublicId}", new Money(minor.Value, donation.Currency).Plain + " " + donation.Currency, clock.GetUtcNow());
            await newspaper.SaveChangesAsync(stop);
            await road.RefundAsync(donation, minor.Value, key, stop);
        }
        catch (Exception failure) when (StripeRoad.IsNoAnswer(failure, stop))
        {
            return await Refuse(T("donation.refund.stripe", ("why", failure.Message)));
        }
        return TypedResults.Redirect($"/newsroom/donations/{id}?done=refund");

        Task<IResult> Refuse(string why) =>
            ShowDonation.AnswerAsync(id, newspaper, road, staff, new Problems().Add("Amount", why), typed, StatusCodes.Status422UnprocessableEntity, stop);
    }

    internal static async Task<IResult> PostReversal(long id, IFormCollection fields, Newspaper newspaper, StripeRoad road, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        var reason = fields["Reason"].ToString().ReplaceLineEndings(" ").Trim();
        if (reason.Length is 0 or > 300)
            return await ShowDonation.AnswerAsync(id, newspaper, road, staff, new Problems().Add("Reason", T("donation.reverse.problem")), reason, StatusCodes.Status422UnprocessableEntity, stop);

        return await newspaper.WriteAsync<IResult>(async () =>
        {
            if (await newspaper.Donations.SingleOrDefaultAsync(row => row.Id == id, stop) is not { } donation) return TypedResults.NotFound();
            if (await newspaper.LedgerEntries.Include(row => row.Lines).SingleOrDefaultAsync(row => row.DonationId == id && row.ByStaffId != null && row.Kind == EntryKind.Donation, stop) is not { } entry) return TypedResults.NotFound();

            var now = clock.GetUtcNow();
            // Pressed twice: it is taken back already.
            if (await newspaper.BookAsync(entry.Reverse(staff.By, reason, (await newspaper.ZoneOfBooksAsync(stop)).DayOf(now), now), stop))
            {
                donation.NoteTakenBack(donation.Minor, donation.DisputedMinor);
                newspaper.Audit(staff, "donation-reversed", $"donation/{donation.PublicId}", reason, now);
                await newspaper.SaveChangesAsync(stop);
                await newspaper.CountDisclosuresAsync(donation.DonorId, stop);
                await newspaper.VoidIfAllWentBackAsync(donation, now, stop);
            }
            return TypedResults.Redirect($"/newsroom/donations/{id}");
        }, stop);
    }
}
