using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Newsletters.Desk;

/// <param name="Imported">What an import has just done; null when there was none.</param>
public sealed record SubscriberListView(SubscriberSearch Search, IReadOnlyList<Newsletter> Newsletters, IReadOnlyList<Subscriber> Found, bool HasMore, NewsroomClock Clock, Problems Problems, ImportReport? Imported = null);

/// <summary>GET /newsroom/subscribers?q=…</summary>
public static class ListSubscribers
{
    private const int Most = 100;

    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapGet("/subscribers", Get).Requires(Permission.SeeSubscribers);

    internal static Task<IResult> Get(HttpRequest request, Newspaper newspaper, CancellationToken stop) =>
        AnswerAsync(SubscriberSearch.Read(request.Query), newspaper, Problems.None, null, StatusCodes.Status200OK, stop);

    internal static async Task<IResult> AnswerAsync(SubscriberSearch search, Newspaper newspaper, Problems problems, ImportReport? imported, int status, CancellationToken stop)
    {
        var found = await search.In(newspaper).Take(Most + 1).ToListAsync(stop);
        var newsletters = await newspaper.Newsletters.AsNoTracking().OrderBy(row => row.EditionId).ThenBy(row => row.Position).ToListAsync(stop);
        return Page.Of<ListSubscribersPage, SubscriberListView>(new(search, newsletters, [.. found.Take(Most)], found.Count > Most, await newspaper.ClockAsync(stop), problems, imported), status);
    }
}
