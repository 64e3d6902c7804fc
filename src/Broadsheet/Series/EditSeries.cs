using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Pictures;
using Broadsheet.Redirects;
using Broadsheet.Storage;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Series;

/// <param name="Series">Null while it is being made.</param>
/// <param name="Stories">Those that readers find in it, in its order.</param>
public sealed record EditSeriesView(
    Edition Edition, StorySeries? Series, SeriesForm Form, Problems Problems, IReadOnlyList<StoryInSeries> Stories, IReadOnlyList<PictureJson> Pictures, IReadOnlyList<StaleText>? Stale);

/// <summary>GET, POST /newsroom/series/7. A changed slug leaves its old address leading to the new one.</summary>
public static class EditSeries
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/series/{id:long}", Get).Requires(Permission.ArrangePaper);
        newsroom.MapPost("/series/{id:long}", Post).Requires(Permission.ArrangePaper);
    }

    internal static async Task<IResult> Get(long id, Newspaper newspaper, IStoryPlaces places, CancellationToken stop) =>
        await newspaper.StorySeries.FindAsync([id], stop) is { } series
            ? await AnswerAsync(await EditionOf(series, newspaper, stop), series, SeriesForm.Of(series), Problems.None, newspaper, places, stop)
            : TypedResults.NotFound();

    internal static async Task<IResult> Post(long id, IFormCollection fields, Newspaper newspaper, IStoryPlaces places, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.StorySeries.FindAsync([id], stop) is not { } series) return TypedResults.NotFound();
        var (edition, form) = (await EditionOf(series, newspaper, stop), SeriesForm.Read(fields));
        if (form.Revision != series.Revision) return await StaleAsync(edition, series, form, newspaper, places, stop);

        var problems = await form.CheckAsync(series.EditionId, series.Id, newspaper, stop);
        if (problems.Any) return await AnswerAsync(edition, series, form, problems, newspaper, places, stop, StatusCodes.Status422UnprocessableEntity);

        try
        {
            await newspaper.WriteAsync(async () =>
            {
                var old = edition.PathOf($"/series/{series.Slug}");
                series.Change(form.Name, form.Address, form.Description);
                form.WriteTo(series);
                await newspaper.SaveChangesAsync(stop);
                await newspaper.RedirectAsync(old, edition.PathOf($"/series/{series.Slug}"), clock.GetUtcNow(), isPrefix: true, stop);
            }, stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            newspaper.ChangeTracker.Clear();
            return await newspaper.StorySeries.FindAsync([id], stop) is { } now ? await StaleAsync(edition, now, form, newspaper, places, stop) : TypedResults.NotFound();
        }
        return TypedResults.Redirect("/newsroom/series");
    }

    internal static async Task<RazorComponentResult> AnswerAsync(
        Edition edition, StorySeries? series, SeriesForm form, Problems problems, Newspaper newspaper, IStoryPlaces places, CancellationToken stop,
        int status = StatusCodes.Status200OK, IReadOnlyList<StaleText>? stale = null)
    {
        var stories = series is null ? [] : series.InOrder(await places.OfSeriesAsync(series.Id, stop), story => story.Id);
        return Page.Of<EditSeriesPage, EditSeriesView>(new(edition, series, form, problems, stories, await newspaper.Pictures.ToChooseAsync(form.Picture, stop), stale), status);
    }

    private static Task<RazorComponentResult> StaleAsync(Edition edition, StorySeries theirs, SeriesForm form, Newspaper newspaper, IStoryPlaces places, CancellationToken stop) => AnswerAsync(
        edition, theirs, form with { Revision = theirs.Revision }, new Problems().Add(Text.T("stale.title")), newspaper, places, stop, StatusCodes.Status409Conflict, form.Against(theirs));

    private static Task<Edition> EditionOf(StorySeries series, Newspaper newspaper, CancellationToken stop) =>
        newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == series.EditionId, stop);
}
