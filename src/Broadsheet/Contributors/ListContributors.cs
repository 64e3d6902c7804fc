using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Contributors;

/// <param name="Names">Whether real names behind pen names may be shown.</param>
public sealed record ContributorListView(IReadOnlyList<Contributor> Contributors, IReadOnlyDictionary<long, int> Stories, bool Names);

/// <summary>GET /newsroom/contributors</summary>
public static class ListContributors
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapGet("/contributors", Get).Requires(Permission.ArrangePaper);

    internal static async Task<IResult> Get(Newspaper newspaper, IStoryPlaces places, Staff staff, CancellationToken stop)
    {
        var all = await newspaper.Contributors.AsNoTracking().ToListAsync(stop);
        return Page.Of<ListContributorsPage, ContributorListView>(new(
            [.. all.OrderBy(row => row.KnownAs, StringComparer.CurrentCultureIgnoreCase)], await places.ByContributorsAsync(stop), staff.May(Permission.SeeRealNames)));
    }
}
