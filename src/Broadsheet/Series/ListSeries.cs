using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Series;

public sealed record SeriesListView(IReadOnlyList<Edition> Editions, IReadOnlyList<StorySeries> Series, IReadOnlyDictionary<long, int> Stories)
{
    public IReadOnlyList<StorySeries> In(Edition edition) => [.. Series.Where(series => series.EditionId == edition.Id)];
}

/// <summary>GET /newsroom/series: each edition's, the newest first.</summary>
public static class ListSeries
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapGet("/series", Get).Requires(Permission.ArrangePaper);

    internal static async Task<IResult> Get(Newspaper newspaper, IStoryPlaces places, CancellationToken stop) =>
        Page.Of<ListSeriesPage, SeriesListView>(new(
            await newspaper.AllEditionsAsync(stop),
            await newspaper.StorySeries.AsNoTracking().OrderBy(row => row.IsFinished).ThenByDescending(row => row.Id).ToListAsync(stop),
            await places.InSeriesAsync(stop)));
}
