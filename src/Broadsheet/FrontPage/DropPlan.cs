using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.FrontPage;

/// <summary>POST /newsroom/front-page/1/plans/7/removal: it does not go live.</summary>
public static class DropPlan
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/front-page/{edition:long}/plans/{id:long}/removal", Post).Requires(Permission.ArrangePaper);

    internal static async Task<IResult> Post(long edition, long id, Newspaper newspaper, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Editions.FindAsync([edition], stop) is not { } found) return TypedResults.NotFound();
        await newspaper.WriteAsync(async () =>
        {
            // Gone live or dropped by somebody else meanwhile: there is nothing left to drop.
            if (await newspaper.PlannedFrontPages.Where(row => row.Id == id && row.EditionId == edition).ExecuteDeleteAsync(stop) == 0) return;
            newspaper.Audit(staff, "front-page-plan-dropped", $"edition/{found.PublicId}", null, clock.GetUtcNow());
            await newspaper.SaveChangesAsync(stop);
        }, stop);
        return TypedResults.Redirect($"/newsroom/front-page?edition={edition}");
    }
}
