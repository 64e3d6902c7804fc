using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Giving.Cards;
using Broadsheet.Messages;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Giving.Desk;

/// <param name="Sums">What was kept of all that the search finds, a currency each, and of how many donations.</param>
/// <param name="WithoutCurrency">Editions that cannot take gifts for want of one.</param>
public sealed record DonationListView(
    DonationSearch Search, IReadOnlyList<ListedDonation> Found, bool HasMore, IReadOnlyList<(Money Kept, int Count)> Sums, IReadOnlyList<int> Years,
    IReadOnlyList<Edition> Editions, IReadOnlyList<Edition> WithoutCurrency, bool IsOn, bool MayRun);

/// <summary>GET /newsroom/donations?q=…&amp;year=…&amp;road=…</summary>
public static class ListDonations
{
    private const int Most = 200;

    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapGet("/donations", Get).Requires(Permission.SeeDonations);

    internal static async Task<IResult> Get(HttpRequest request, Newspaper newspaper, StripeRoad road, Staff staff, CancellationToken stop)
    {
        var search = DonationSearch.Read(request.Query);
        var found = await search.In(newspaper).Take(Most + 1).ToListAsync(stop);
        var sums = await search.In(newspaper).GroupBy(one => one.Donation.Currency)
            .Select(same => new { same.Key, Kept = same.Sum(one => one.Donation.Minor - one.Donation.RefundedMinor - one.Donation.DisputedMinor), Count = same.Count() }).ToListAsync(stop);
        var years = await newspaper.Donations.Select(row => row.Day.Year).Distinct().OrderByDescending(year => year).ToListAsync(stop);
        var editions = await newspaper.AllEditionsAsync(stop);
        var without = new List<Edition>();
        foreach (var edition in editions)
        {
            if ((await newspaper.SettingOfAsync<PaperSupport>(edition.Id, stop)).Value.Amounts.Currency.Length == 0) without.Add(edition);
        }
        return Page.Of<ListDonationsPage, DonationListView>(new(
            search, [.. found.Take(Most)], found.Count > Most, [.. sums.OrderBy(one => one.Key).Select(one => (new Money(one.Kept, one.Key), one.Count))], years, editions, without, road.IsOn, staff.May(Permission.RunDonations)));
    }
}
