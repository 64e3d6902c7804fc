using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Paper.Views;
using Broadsheet.Series;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles.Reading;

/// <summary>GET /series/{slug}: its introduction and its stories, each with its number. All on one page, since they are read one after the other.</summary>
public static class ReadSeries
{
    public static void Map(IEndpointRouteBuilder paper) => paper.MapMethods("/series/{slug}", ["GET", "HEAD"], Get);

    internal static async Task<IResult> Get(string slug, HttpContext http, Newspaper newspaper, StoryViews views, StoryPictures pictures, TimeProvider clock, PaperOrigin origin, CancellationToken stop)
    {
        var name = slug.Normalize();
        if (http.Edition is not { } edition
            || Listing.NumberIn(http.Request) is not 1
            || await newspaper.StorySeries.AsNoTracking().ByRows("story_series").FirstOrDefaultAsync(row => row.EditionId == edition.Id && row.Slug == name, stop) is not { } series)
        {
            return await Missing.AnswerAsync(http, newspaper, stop);
        }

        var paper = edition.ForPaper();
        var view = new StorySeriesView(series, paper);
        if (slug != name) return Results.Redirect(view.Href, permanent: true);

        var stories = await views.OfAsync(await newspaper.PartsAsync(series, clock.GetUtcNow(), stop), paper, stop);
        var picture = series.Picture is { } chosen ? (await pictures.LoadAsync([chosen], stop)).ForCard(new PictureUse(chosen), paper.Language, null) : null;
        var head = ListHead.Of(series.Name, series.Description, new PagerView(view.Href, 1, hasMore: false), origin, picture);
        return new PaperResult(new PaperPage(paper, "series", new SeriesPageView(view, stories) { Picture = picture }, head) { Subject = series });
    }
}

public sealed class SeriesPageView(StorySeriesView series, IReadOnlyList<StoryView> stories) : View
{
    public StorySeriesView Series => series;
    public PictureOnPageView? Picture { get; internal init; }

    /// <summary>All of them, in the order of the series.</summary>
    public IReadOnlyList<StoryView> Stories => stories;
}
