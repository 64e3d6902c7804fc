using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Sponsors.Desk;

/// <param name="Clicks">All that were counted.</param>
public sealed record ListedSponsor(Sponsorship Sponsor, string Edition, long Clicks, bool Runs);

public sealed record SponsorListView(IReadOnlyList<ListedSponsor> Sponsors, IReadOnlyList<Edition> Editions);

/// <summary>GET /newsroom/sponsors: who stands where and until when, and how often each was followed.</summary>
public static class ListSponsors
{
    private const int Most = 500;

    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapGet("/sponsors", Get).Requires(Permission.RunPaper);

    internal static async Task<IResult> Get(Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        var editions = await newspaper.AllEditionsAsync(stop);
        var rows = await newspaper.Sponsorships.AsNoTracking().OrderByDescending(row => row.Until).ThenByDescending(row => row.Id).Take(Most).ToListAsync(stop);
        var clicks = await newspaper.SponsorClicks.GroupBy(row => row.SponsorshipId).Select(same => new { same.Key, Clicks = same.Sum(row => row.Clicks) }).ToDictionaryAsync(one => one.Key, one => one.Clicks, stop);
        return Page.Of<ListSponsorsPage, SponsorListView>(new([.. rows.Select(row =>
        {
            var edition = editions.First(one => one.Id == row.EditionId);
            return new ListedSponsor(row, edition.Name, clicks.GetValueOrDefault(row.Id), row.RunsOn(edition.DayOf(clock.GetUtcNow())));
        })], editions), StatusCodes.Status200OK);
    }
}
