using System.ComponentModel;
using System.Text.Json.Serialization;
using Broadsheet.Api;
using Broadsheet.Articles.Reading;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.PublicApi.Things;
using Broadsheet.Series;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.PublicApi.Stories;

/// <summary>A series with its stories.</summary>
public sealed record WholeSeries : PublicSeries
{
    [Description("The published ones in the order of the series: the first is part 1. One that its source keeps out of the API is missing."), JsonPropertyOrder(1)]
    public required IReadOnlyList<PublicStory> Stories { get; init; }
}

/// <summary>Where a story stands in its series.</summary>
public sealed record PublicPart
{
    public required PublicSeries Series { get; init; }

    [Description("Which part it is, from 1.")]
    public required int Position { get; init; }

    [Description("How many parts there are so far.")]
    public required int Total { get; init; }

    [Description("The id of the part before.")]
    public Guid? Previous { get; init; }

    [Description("The id of the part after.")]
    public Guid? Next { get; init; }
}

internal static class ShowSeries
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/series/{id:guid}", Get).Reads<NoQuery, WholeSeries>()
        .Describe("readSeries", "One series", "A series with its published stories, in its order.");

    private static async Task<IResult> Get(Guid id, EditionsAsked editions, Newspaper newspaper, PublicStories stories, TimeProvider clock, PaperOrigin origin, CancellationToken stop)
    {
        if (await newspaper.StorySeries.AsNoTracking().ByRows("story_series").FirstOrDefaultAsync(row => row.PublicId == id, stop) is not { } series) throw ProblemKind.NotFound.Exception("No series has this id.");

        var edition = (await editions.AllAsync(stop)).First(row => row.Id == series.EditionId).ForPaper();
        var line = PublicSeries.Of(series, edition, origin);
        return Answer.Of(new WholeSeries
        {
            Id = line.Id,
            Name = line.Name,
            Slug = line.Slug,
            Description = line.Description,
            IsFinished = line.IsFinished,
            Url = line.Url,
            Stories = await stories.OfAsync(await newspaper.PartsAsync(series, clock.GetUtcNow(), stop), edition, stop),
        });
    }
}
