using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Giving.Cards;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Members.Adoption;

/// <param name="Found">As far as it was looked.</param>
/// <param name="IsPart">There are more than a page shows: the command line takes over all of them.</param>
/// <param name="Silence">What Stripe said instead of an answer; null: it answered.</param>
/// <param name="Done">How many were just taken over.</param>
public sealed record AdoptionView(IReadOnlyList<ForeignSeries> Found, bool IsPart, bool IsOn, string? Silence, int? Done);

/// <summary>GET /newsroom/donations/adoption shows what of Stripe's would be taken over, POST takes it over.</summary>
public static class AdoptFromStripe
{
    private const int Most = 1000;

    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/donations/adoption", Get).Requires(Permission.RunDonations);
        newsroom.MapPost("/donations/adoption", Post).Requires(Permission.RunDonations);
    }

    internal static async Task<IResult> Get(int? done, Newspaper newspaper, StripeAdoption adoption, StripeRoad road, CancellationToken stop) =>
        Page.Of<AdoptionPage, AdoptionView>((await LookAsync(newspaper, adoption, road, stop)) with { Done = done }, StatusCodes.Status200OK);

    internal static async Task<IResult> Post(Newspaper newspaper, StripeAdoption adoption, StripeRoad road, Staff staff, CancellationToken stop)
    {
        var view = await LookAsync(newspaper, adoption, road, stop);
        if (view.Silence is not null) return Page.Of<AdoptionPage, AdoptionView>(view, StatusCodes.Status503ServiceUnavailable);

        return TypedResults.Redirect($"/newsroom/donations/adoption?done={await adoption.TakeOverAsync(view.Found, staff, stop)}");
    }

    private static async Task<AdoptionView> LookAsync(Newspaper newspaper, StripeAdoption adoption, StripeRoad road, CancellationToken stop)
    {
        var found = new List<ForeignSeries>();
        if (!road.IsOn) return new(found, false, false, null, null);
        try
        {
            var edition = await newspaper.Editions.OrderBy(row => row.Position).ThenBy(row => row.Id).Select(row => row.Id).FirstAsync(stop);
            await foreach (var one in adoption.LookAsync(edition, [], stop))
            {
                if (found.Count == Most) return new(found, true, true, null, null);
                found.Add(one);
            }
            return new(found, false, true, null, null);
        }
        catch (Exception failure) when (StripeRoad.IsNoAnswer(failure, stop))
        {
            return new([], false, true, failure.Message, null);
        }
    }
}
