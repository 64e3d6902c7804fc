using Broadsheet.Accounts;
using Broadsheet.Document;
using Broadsheet.Editions;
using Broadsheet.Pictures;
using Broadsheet.Redirects;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Pages;

/// <param name="Page">Null while it is being made.</param>
/// <param name="Body">What the editor begins with: what was sent, else what stands.</param>
/// <param name="Pictures">Those that the body names.</param>
public sealed record EditPageView(
    Edition Edition, PlainPage? Page, PageForm Form, DraftDocument Body, IReadOnlyList<PictureJson> Pictures, Problems Problems, IReadOnlyList<StaleText>? Stale);

/// <summary>GET, POST /newsroom/pages/7. A changed slug of something published leaves its old address leading on.</summary>
public static class EditPage
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/pages/{id:long}", Get).Requires(Permission.ArrangePaper);
        newsroom.MapPost("/pages/{id:long}", Post).Requires(Permission.ArrangePaper);
    }

    internal static async Task<IResult> Get(long id, Newspaper newspaper, CancellationToken stop) =>
        await newspaper.Pages.FindAsync([id], stop) is { } page
            ? await AnswerAsync(await EditionOf(page, newspaper, stop), page, PageForm.Of(page), Problems.None, newspaper, stop)
            : TypedResults.NotFound();

    internal static async Task<IResult> Post(long id, IFormCollection fields, Newspaper newspaper, FirstSegments segments, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Pages.FindAsync([id], stop) is not { } page) return TypedResults.NotFound();
        var (edition, form) = (await EditionOf(page, newspaper, stop), PageForm.Read(fields));
        if (form.Revision != page.Revision) return await StaleAsync(edition, page, form, newspaper, stop);

        var problems = await form.CheckAsync(page.EditionId, page.PublicId, segments, stop);
        if (problems.Any) return await AnswerAsync(edition, page, form, problems, newspaper, stop, StatusCodes.Status422UnprocessableEntity);

        try
        {
            await newspaper.WriteAsync(async () =>
            {
                var (old, wasOut) = (edition.PathOf($"/{page.Slug}"), page.IsPublished);
                form.WriteTo(page);
                await newspaper.SaveChangesAsync(stop);
                if (wasOut) await newspaper.RedirectAsync(old, edition.PathOf($"/{page.Slug}"), clock.GetUtcNow(), stop: stop);
            }, stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            newspaper.ChangeTracker.Clear();
            return await newspaper.Pages.FindAsync([id], stop) is { } now ? await StaleAsync(edition, now, form, newspaper, stop) : TypedResults.NotFound();
        }
        return TypedResults.Redirect("/newsroom/pages");
    }

    internal static async Task<IResult> AnswerAsync(
        Edition edition, PlainPage? page, PageForm form, Problems problems, Newspaper newspaper, CancellationToken stop,
        int status = StatusCodes.Status200OK, IReadOnlyList<StaleText>? stale = null)
    {
        var body = form.Body ?? page?.Body ?? DraftDocument.Empty;
        var pictures = await newspaper.Pictures.ByPublicIdAsync([.. body.ForPublication().References.Pictures], stop);
        return Page.Of<EditPagePage, EditPageView>(new(edition, page, form, body, [.. pictures.Values.Select(PictureJson.Of)], problems, stale), status);
    }

    private static Task<IResult> StaleAsync(Edition edition, PlainPage theirs, PageForm form, Newspaper newspaper, CancellationToken stop) => AnswerAsync(
        edition, theirs, form with { Revision = theirs.Revision }, new Problems().Add(Text.T("stale.title")), newspaper, stop, StatusCodes.Status409Conflict, form.Against(theirs));

    private static Task<Edition> EditionOf(PlainPage page, Newspaper newspaper, CancellationToken stop) =>
        newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == page.EditionId, stop);
}
