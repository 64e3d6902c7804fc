using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Giving;
using Broadsheet.Giving.Cards;
using Broadsheet.Giving.Receipts;
using Broadsheet.Giving.Receipts.GiftAid;
using Broadsheet.Giving.Supporters;
using Broadsheet.Mail;
using Broadsheet.Members;
using Broadsheet.Members.Free;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Figures;

/// <param name="Story">The headline of the story whose message she followed.</param>
public sealed record GiftOfGiver(Donation Gift, string? Story, long? StoryId, IReadOnlyList<Receipt> Receipts);

/// <param name="Tier">What it is a membership of; null: a gift.</param>
public sealed record SeriesOfGiver(RecurringDonation Series, string? Tier, Uri? AtStripe);

/// <param name="Kept">What is left of all she gave, a currency each.</param>
/// <param name="Mails">What the paper wrote her of it, the newest first.</param>
public sealed record GiverView(
    Donor Donor, IReadOnlyList<Money> Kept, IReadOnlyList<string> Named, IReadOnlyList<SeriesOfGiver> Series, IReadOnlyList<GiftOfGiver> Gifts, IReadOnlyList<Statement> Statements,
    IReadOnlyList<GiftAidDeclaration> Declarations, IReadOnlyList<ListedFree> Free, IReadOnlyList<(DateTimeOffset At, string Subject)> Mails, NewsroomClock Clock);

/// <summary>GET /newsroom/givers/0199…: all that passed between the paper and one giver, on one page.</summary>
public static class ShowGiver
{
    private const int MostMails = 100;

    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapGet("/givers/{id:guid}", Get).Requires(Permission.SeeDonations);

    internal static async Task<IResult> Get(Guid id, Newspaper newspaper, StripeRoad road, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Donors.AsNoTracking().SingleOrDefaultAsync(row => row.PublicId == id, stop) is not { } donor) return TypedResults.NotFound();

        var gifts = await newspaper.Donations.AsNoTracking().Where(row => row.DonorId == donor.Id).OrderByDescending(row => row.Day).ThenByDescending(row => row.Id).ToListAsync(stop);
        var series = await newspaper.RecurringDonations.AsNoTracking().Where(row => row.DonorId == donor.Id).OrderByDescending(row => row.Id).ToListAsync(stop);
        var tiers = await newspaper.Tiers.AsNoTracking().ToListAsync(stop);
        return Page.Of<GiverPage, GiverView>(new(
            donor,
            [.. gifts.GroupBy(row => row.Currency).OrderBy(same => same.Key, StringComparer.Ordinal).Select(same => new Money(same.Sum(row => row.Kept.Minor), same.Key))],
            await newspaper.NamedSupporters.Where(row => row.DonorId == donor.Id).Select(row => row.Name).Distinct().ToListAsync(stop),
            [.. series.Select(row => new SeriesOfGiver(row, tiers.Find(tier => tier.PublicId == row.Wish.Tier)?.Name, road.IsOn ? road.Desk($"subscriptions/{row.StripeId}") : null))],
            await GiftsAsync(gifts, newspaper, stop),
            await newspaper.Statements.AsNoTracking().Where(row => row.DonorId == donor.Id).OrderByDescending(row => row.Year).ToListAsync(stop),
            await newspaper.GiftAidDeclarations.AsNoTracking().Where(row => row.DonorId == donor.Id && row.DestroyOn == null).OrderByDescending(row => row.Id).ToListAsync(stop),
            await FreeAsync(donor, tiers, newspaper, clock, stop),
            await MailsAsync(donor, newspaper, stop),
            await newspaper.ClockAsync(stop)), StatusCodes.Status200OK);
    }

    private static async Task<IReadOnlyList<GiftOfGiver>> GiftsAsync(List<Donation> gifts, Newspaper newspaper, CancellationToken stop)
    {
        var (ids, named) = (gifts.Select(row => row.Id).ToList(), gifts.Select(row => row.Wish.Story).OfType<Guid>().ToHashSet());
        var receipts = (await newspaper.OpenReceipts.AsNoTracking().Where(row => ids.Contains(row.DonationId)).OrderBy(row => row.Copy).ToListAsync(stop)).ToLookup(row => row.DonationId);
        var stories = await newspaper.Articles.AsNoTracking().Where(row => named.Contains(row.PublicId)).Select(row => new { row.PublicId, row.Id, row.Headline }).ToDictionaryAsync(row => row.PublicId, stop);
        return [.. gifts.Select(row => row.Wish.Story is { } story && stories.TryGetValue(story, out var found)
            ? new GiftOfGiver(row, found.Headline, found.Id, [.. receipts[row.Id]]) : new GiftOfGiver(row, null, null, [.. receipts[row.Id]]))];
    }

    private static async Task<IReadOnlyList<ListedFree>> FreeAsync(Donor donor, List<Tier> tiers, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        if (donor.Address is not { } address) return [];

        var today = await FreeDesk.TodayAsync(newspaper, clock.GetUtcNow(), stop);
        var found = await newspaper.FreeMemberships.AsNoTracking().Where(row => row.Address == address).OrderByDescending(row => row.Id).ToListAsync(stop);
        return [.. found.Select(row => new ListedFree(row, tiers.First(tier => tier.Id == row.TierId), "", row.IsOn(today)))];
    }

    private static async Task<IReadOnlyList<(DateTimeOffset, string)>> MailsAsync(Donor donor, Newspaper newspaper, CancellationToken stop)
    {
        if (donor.TypedAddress.Length == 0) return [];

        var mails = await newspaper.OutgoingMails.AsNoTracking().Where(row => row.To == donor.TypedAddress && row.Leave == null).OrderByDescending(row => row.Id).Take(MostMails)
            .Select(row => new { row.DueAt, row.SentAt, row.Subject }).ToListAsync(stop);
        return [.. mails.Select(row => (row.SentAt ?? row.DueAt, row.Subject))];
    }
}
