using Broadsheet.Accounts;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Newsletters.Desk;

/// <summary>POST /newsroom/subscribers/7/ending: takes somebody off who asked the paper itself. She can sign up again; no import puts her back.</summary>
public static class EndSubscription
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/subscribers/{id:long}/ending", Post).Requires(Permission.SeeSubscribers);

    internal static async Task<Results<RedirectHttpResult, NotFound>> Post(long id, IFormCollection fields, Newspaper newspaper, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Subscriptions.SingleOrDefaultAsync(row => row.Id == id, stop) is not { } subscription) return TypedResults.NotFound();

        var now = clock.GetUtcNow();
        subscription.End(Ending.Staff, now);
        // By its number: the log outlives a reader who has herself erased.
        newspaper.Audit(staff, "subscription-ended", $"subscription/{subscription.PublicId}", "", now);
        await newspaper.SaveChangesAsync(stop);

        // Back to the same search; whatever else was sent is no query of ours.
        var search = fields["search"].ToString();
        return TypedResults.Redirect("/newsroom/subscribers" + (search.StartsWith('?') ? search : ""));
    }
}
