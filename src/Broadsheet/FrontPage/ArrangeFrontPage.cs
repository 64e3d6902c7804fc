using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.FrontPage;

/// <summary>
/// GET /newsroom/front-page?edition=1; POST /newsroom/front-page/1/lead pins the story that leads until a time of the edition's
/// clock, …/lead/removal takes the pin off.
/// </summary>
public static class ArrangeFrontPage
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/front-page", Get).Requires(Permission.ArrangePaper);
        newsroom.MapPost("/front-page/{edition:long}/lead", Pin).Requires(Permission.ArrangePaper);
        newsroom.MapPost("/front-page/{edition:long}/lead/removal", Unpin).Requires(Permission.ArrangePaper);
    }

    internal static async Task<IResult> Get(long? edition, Newspaper newspaper, FrontPageDesk desk, CancellationToken stop) =>
        await newspaper.Editions.AsNoTracking().OrderBy(row => row.Position).FirstOrDefaultAsync(row => edition == null || row.Id == edition, stop) is { } found
            ? await desk.AnswerAsync(found, stop)
            : TypedResults.NotFound();

    internal static async Task<IResult> Pin(long edition, IFormCollection fields, Newspaper newspaper, FrontPageDesk desk, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Editions.FindAsync([edition], stop) is not { } found) return TypedResults.NotFound();
        var (form, now) = (LeadForm.Read(fields), clock.GetUtcNow());
        var page = await PageOfAsync(edition, newspaper, stop);
        if (FrontPage.StampOf(page) != form.Stamp) return await StaleAsync(found, form, desk, stop);

        var chosen = form.StoryId;
        var story = await newspaper.MayLead(edition, now).FirstOrDefaultAsync(row => row.PublicId == chosen, stop);
        var problems = form.Check(story, found, now);
        if (problems.Any) return await desk.AnswerAsync(found, stop, form, problems, StatusCodes.Status422UnprocessableEntity);

        if (page is null) newspaper.FrontPages.Add(page = new FrontPage(edition));
        page.Pin(story!.Id, form.UntilOn(found)!.Value);
        newspaper.Audit(staff, "lead-pinned", $"edition/{found.PublicId}", story.Headline, now);
        return await SaveAsync(found, form, newspaper, desk, stop);
    }

    internal static async Task<IResult> Unpin(long edition, IFormCollection fields, Newspaper newspaper, FrontPageDesk desk, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Editions.FindAsync([edition], stop) is not { } found) return TypedResults.NotFound();
        if (await PageOfAsync(edition, newspaper, stop) is not { } page) return Back(found);
        // What she takes off may be what a colleague has just put there.
        if (page.Stamp != LeadForm.Read(fields).Stamp) return await StaleAsync(found, null, desk, stop);

        page.Unpin();
        newspaper.Audit(staff, "lead-unpinned", $"edition/{found.PublicId}", null, clock.GetUtcNow());
        return await SaveAsync(found, null, newspaper, desk, stop);
    }

    private static async Task<IResult> SaveAsync(Edition edition, LeadForm? form, Newspaper newspaper, FrontPageDesk desk, CancellationToken stop)
    {
        try
        {
            await newspaper.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            // The stamp moved on, or somebody's first pin of this edition came before hers.
            newspaper.ChangeTracker.Clear();
            return await StaleAsync(edition, form, desk, stop);
        }
        return Back(edition);
    }

    private static async Task<IResult> StaleAsync(Edition edition, LeadForm? form, FrontPageDesk desk, CancellationToken stop) =>
        await desk.AnswerAsync(edition, stop, form, new Problems().Add(Text.T("stale.title")), StatusCodes.Status409Conflict);

    private static Task<FrontPage?> PageOfAsync(long edition, Newspaper newspaper, CancellationToken stop) =>
        newspaper.FrontPages.SingleOrDefaultAsync(row => row.EditionId == edition, stop);

    private static IResult Back(Edition edition) => TypedResults.Redirect($"/newsroom/front-page?edition={edition.Id}");
}
