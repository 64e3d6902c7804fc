using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Giving.Books;
using Broadsheet.Giving.Cards;
using Broadsheet.Giving.Receipts.Desk;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Giving.Desk;

/// <param name="Story">The story whose message she followed, where there is one.</param>
/// <param name="AtStripe">Where the payment is looked at; null for others.</param>
/// <param name="Typed">What was typed into a form that was refused.</param>
public sealed record DonationView(
    ListedDonation Listed, IReadOnlyList<LedgerEntry> Entries, Article? Story, Uri? AtStripe, NewsroomClock Clock, bool MayRun, Problems Problems, string Typed, Guid FormId, bool IsRefunded, DonationReceiptsView Receipts)
{
    /// <summary>The entry made by hand that can still be taken back.</summary>
    public LedgerEntry? Reversible => Entries.FirstOrDefault(row => row.ByStaffId is not null && row.Kind != EntryKind.Reversal && !Entries.Any(other => other.Key == $"reversal:{row.PublicId:N}"));
}

/// <summary>GET /newsroom/donations/7</summary>
public static class ShowDonation
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapGet("/donations/{id:long}", Get).Requires(Permission.SeeDonations);

    internal static Task<IResult> Get(long id, string? done, string? receipt, Newspaper newspaper, StripeRoad road, Staff staff, CancellationToken stop) =>
        AnswerAsync(id, newspaper, road, staff, Problems.None, "", StatusCodes.Status200OK, stop, done == "refund", receipt);

    /// <param name="said">What was just done with a receipt, or could not be.</param>
    /// <param name="sent">The form of a receipt that was refused.</param>
    internal static async Task<IResult> AnswerAsync(
        long id, Newspaper newspaper, StripeRoad road, Staff staff, Problems problems, string typed, int status, CancellationToken stop, bool isRefunded = false, string? said = null, IFormCollection? sent = null)
    {
        if (await new DonationSearch("", null, null).In(newspaper).SingleOrDefaultAsync(one => one.Donation.Id == id, stop) is not { } listed) return TypedResults.NotFound();

        var entries = await newspaper.LedgerEntries.AsNoTracking().Include(row => row.Lines.OrderBy(line => line.Id)).Where(row => row.DonationId == id).OrderBy(row => row.Id).ToListAsync(stop);
        var story = listed.Donation.Wish.Story is { } named ? await newspaper.Articles.AsNoTracking().SingleOrDefaultAsync(row => row.PublicId == named, stop) : null;
        return Page.Of<DonationPage, DonationView>(new(
            listed, entries, story, listed.Donation.Road == DonationRoad.Stripe ? road.Desk($"payments/{listed.Donation.Key}") : null, await newspaper.ClockAsync(stop),
            staff.May(Permission.RunDonations), problems, typed, Guid.CreateVersion7(), isRefunded,
            await DonationReceiptsView.OfAsync(listed.Donation, listed.Donor, staff.May(Permission.RunDonations), said, sent, newspaper, stop)), status);
    }
}
