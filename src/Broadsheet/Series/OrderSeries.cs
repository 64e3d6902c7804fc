using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;

namespace Broadsheet.Series;

/// <summary>POST /newsroom/series/7/order, Story and To: a story goes a place up or down. Whoever moves one has the order by hand from then on.</summary>
public static class OrderSeries
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/series/{id:long}/order", Post).Requires(Permission.ArrangePaper);

    internal static async Task<IResult> Post(long id, IFormCollection fields, Newspaper newspaper, IStoryPlaces places, CancellationToken stop)
    {
        var found = await newspaper.WriteAsync(async () =>
        {
            if (await newspaper.StorySeries.FindAsync([id], stop) is not { } series) return false;
            var stories = series.InOrder(await places.OfSeriesAsync(id, stop), story => story.Id).ToList();
            if (stories.Find(story => story.Id.ToString() == fields["Story"]) is not { } moved) return false;

            stories.Move(moved, fields["To"]);
            series.Arrange(stories.Select(story => story.Id));
            await newspaper.SaveChangesAsync(stop);
            return true;
        }, stop);
        return found ? TypedResults.Redirect($"/newsroom/series/{id}#stories") : TypedResults.NotFound();
    }
}
