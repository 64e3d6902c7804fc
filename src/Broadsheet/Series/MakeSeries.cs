using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Series;

/// <summary>GET /newsroom/series/new?edition=1; POST /newsroom/series.</summary>
public static class MakeSeries
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/series/new", Get).Requires(Permission.ArrangePaper);
        newsroom.MapPost("/series", Post).Requires(Permission.ArrangePaper);
    }

    internal static async Task<IResult> Get(long? edition, Newspaper newspaper, IStoryPlaces places, CancellationToken stop) =>
        await newspaper.Editions.AsNoTracking().OrderBy(row => row.Position).FirstOrDefaultAsync(row => edition == null || row.Id == edition, stop) is { } found
            ? await EditSeries.AnswerAsync(found, null, SeriesForm.Empty, Problems.None, newspaper, places, stop)
            : TypedResults.NotFound();

    internal static async Task<IResult> Post(IFormCollection fields, Newspaper newspaper, IStoryPlaces places, CancellationToken stop)
    {
        if (!long.TryParse(fields["Edition"], out var id) || await newspaper.Editions.FindAsync([id], stop) is not { } edition) return TypedResults.NotFound();

        var form = SeriesForm.Read(fields);
        return await newspaper.WriteAsync<IResult>(async () =>
        {
            var problems = await form.CheckAsync(edition.Id, null, newspaper, stop);
            if (problems.Any) return await EditSeries.AnswerAsync(edition, null, form, problems, newspaper, places, stop, StatusCodes.Status422UnprocessableEntity);

            var series = new StorySeries(edition.Id, form.Name, form.Address) { Description = form.Description };
            form.WriteTo(series);
            newspaper.StorySeries.Add(series);
            await newspaper.SaveChangesAsync(stop);
            return TypedResults.Redirect("/newsroom/series");
        }, stop);
    }
}
