using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Giving;
using Broadsheet.Messages;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Members.Desk;

/// <summary>An edition with what it offers and how much of it is for everybody.</summary>
/// <param name="Currency">ISO 4217; empty while it has none.</param>
public sealed record EditionTiers(Edition Edition, string Currency, IReadOnlyList<Tier> Tiers, TermsOfAccess Terms);

/// <param name="Members">Of each tier, by its public id.</param>
public sealed record TierListView(IReadOnlyList<EditionTiers> Editions, IReadOnlyDictionary<Guid, int> Members, Problems Problems);

/// <summary>GET /newsroom/tiers</summary>
public static class ListTiers
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapGet("/tiers", Get).Requires(Permission.RunDonations);

    internal static Task<IResult> Get(Newspaper newspaper, CancellationToken stop) => AnswerAsync(newspaper, null, Problems.None, StatusCodes.Status200OK, stop);

    /// <param name="typed">What was typed for one edition and refused.</param>
    internal static async Task<IResult> AnswerAsync(Newspaper newspaper, (long Edition, TermsOfAccess Terms)? typed, Problems problems, int status, CancellationToken stop)
    {
        var editions = new List<EditionTiers>();
        foreach (var edition in await newspaper.AllEditionsAsync(stop))
        {
            var terms = typed is { } one && one.Edition == edition.Id ? one.Terms : TermsOfAccess.Of((await newspaper.SettingOfAsync<AccessTerms>(edition.Id, stop)).Value);
            editions.Add(new(edition, (await newspaper.SettingOfAsync<PaperSupport>(edition.Id, stop)).Value.Amounts.Currency,
                await newspaper.Tiers.AsNoTracking().Where(row => row.EditionId == edition.Id).OrderBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(stop), terms));
        }
        // The tier stands in JSON, which no query looks into; those who run are as many as members.
        var wishes = await newspaper.RecurringDonations.Where(row => row.State != RecurringState.Ended).Select(row => row.Wish).ToListAsync(stop);
        var members = wishes.Select(wish => wish.Tier).OfType<Guid>().GroupBy(tier => tier).ToDictionary(same => same.Key, same => same.Count());
        return Page.Of<ListTiersPage, TierListView>(new(editions, members, problems), status);
    }
}
