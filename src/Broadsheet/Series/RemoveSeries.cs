using Broadsheet.Accounts;
using Broadsheet.Storage;

namespace Broadsheet.Series;

/// <summary>POST /newsroom/series/7/removal. Its stories stay and are in none; their versions still name it, and nobody sees that.</summary>
public static class RemoveSeries
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/series/{id:long}/removal", Post).Requires(Permission.ArrangePaper);

    internal static async Task<IResult> Post(long id, Newspaper newspaper, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.StorySeries.FindAsync([id], stop) is not { } series) return TypedResults.NotFound();

        newspaper.StorySeries.Remove(series);
        newspaper.Audit(staff, "series-removed", $"series/{series.PublicId}", series.Name, clock.GetUtcNow());
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Redirect("/newsroom/series");
    }
}
