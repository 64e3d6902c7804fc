using System.ComponentModel;
using Broadsheet.Api;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Series;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.PublicApi.Things;

/// <summary>Stories that are read one after the other.</summary>
public record PublicSeries
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }

    [Description("Unique in its edition; it may change.")]
    public required string Slug { get; init; }

    public required string Description { get; init; }

    [Description("No further story is to come.")]
    public required bool IsFinished { get; init; }

    [Description("Its page on the paper.")]
    public required string Url { get; init; }

    internal static PublicSeries Of(StorySeries series, PaperEdition edition, PaperOrigin origin) => new()
    {
        Id = series.PublicId,
        Name = series.Name,
        Slug = series.Slug,
        Description = series.Description,
        IsFinished = series.IsFinished,
        Url = origin.Whole(edition.At(PaperOrigin.Path("series", series.Slug))),
    };
}

internal static class ListSeries
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/series", Get).Reads<PartQuery, Listed<PublicSeries>>()
        .Describe("readSeriesList", "An edition’s series", "The series of an edition, in the order in which they were made. The stories of one stand at /series/{id}.");

    private static async Task<IResult> Get([AsParameters] PartQuery asked, EditionsAsked editions, Newspaper newspaper, PaperOrigin origin, HttpRequest request, CancellationToken stop)
    {
        var (fields, size, after) = (Fields<PublicSeries>.Read(asked.Fields), Place.SizeOf(asked.Limit), Place.Read(asked.After)?.Key ?? 0);
        var edition = await editions.OneAsync(asked.Edition, stop);
        var series = await newspaper.StorySeries.AsNoTracking().Where(row => row.EditionId == edition.Id && row.Id > after).OrderBy(row => row.Id).Take(size + 1).ToListAsync(stop);
        return Answer.Part(series.Take(size).Select(row => PublicSeries.Of(row, edition.ForPaper(), origin)), fields, request,
            series.Count > size ? new Place(DateTimeOffset.UnixEpoch, series[size - 1].Id) : null);
    }
}
