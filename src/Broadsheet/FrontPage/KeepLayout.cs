using System.Globalization;
using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.FrontPage;

/// <summary>Keeps the layout in hand: for readers now, or for a time. Of two editors the later one is shown what the other did, and nothing is overwritten unseen.</summary>
public sealed class KeepLayout(Newspaper newspaper, FrontPageDesk desk, DeskStories stories, TimeProvider clock)
{
    public async Task<IResult> LiveAsync(Edition edition, DeskForm form, IReadOnlyList<Zone> zones, Staff staff, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var page = await newspaper.FrontPageOfAsync(edition.Id, stop);
        var isNew = newspaper.Entry(page).State == EntityState.Added;
        var plan = await PlanInHandAsync(form, stop);
        if (FrontPage.StampOf(isNew ? null : page) != form.Stamp || IsStale(plan, form)) return await StaleAsync(edition, form, stop);
        if (await CheckAsync(edition, form, zones, now, stop) is { Any: true } problems) return await RefuseAsync(edition, form, problems, stop);

        newspaper.FrontPageVersions.Add(page.Show(form.Layout, new(staff.Name, staff.By, FrontPageCause.Arranged), now));
        if (plan is not null) newspaper.PlannedFrontPages.Remove(plan);
        newspaper.Audit(staff, "front-page-arranged", $"edition/{edition.PublicId}", null, now);
        return await SaveAsync(edition, form, stop);
    }

    public async Task<IResult> PlanAsync(Edition edition, DeskForm form, IReadOnlyList<Zone> zones, Staff staff, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var plan = await PlanInHandAsync(form, stop);
        if (IsStale(plan, form)) return await StaleAsync(edition, form, stop);
        if (form.GoesLiveAt(edition) is not { } at) return await RefuseAsync(edition, form, new Problems().Add("At", Text.T("frontPage.plan.problem.at")), stop);
        if (at <= now) return await RefuseAsync(edition, form, new Problems().Add("At", Text.T("frontPage.plan.problem.past")), stop);

        // Arranged in the evening for the morning: what would have ended by then holds as if it were placed then.
        form = form with { Layout = form.Layout.Renewed(zones, at) };
        if (await CheckAsync(edition, form, zones, at, stop) is { Any: true } problems) return await RefuseAsync(edition, form, problems, stop);

        if (plan is null) newspaper.PlannedFrontPages.Add(plan = new PlannedFrontPage(edition.Id, form.Layout, at, staff.Name, staff.By));
        else plan.Change(form.Layout, at, staff.Name, staff.By);
        newspaper.Enqueue(new PlanGoesLive(plan.PublicId, at), at);
        newspaper.Audit(staff, "front-page-planned", $"edition/{edition.PublicId}", at.ToString("u", CultureInfo.InvariantCulture), now);
        return await SaveAsync(edition, form, stop);
    }

    private async Task<PlannedFrontPage?> PlanInHandAsync(DeskForm form, CancellationToken stop) =>
        form.Plan is { } id ? await newspaper.PlannedFrontPages.SingleOrDefaultAsync(row => row.Id == id, stop) : null;

    // Changed by another, gone live or dropped.
    private static bool IsStale(PlannedFrontPage? plan, DeskForm form) => form.Plan is not null && plan?.Stamp != form.PlanStamp;

    private async Task<Problems> CheckAsync(Edition edition, DeskForm form, IReadOnlyList<Zone> zones, DateTimeOffset at, CancellationToken stop) =>
        form.Check(zones, await stories.NamedAsync([.. form.Layout.Placed.Select(placed => placed.Story)], edition, stop), at);

    private async Task<IResult> SaveAsync(Edition edition, DeskForm form, CancellationToken stop)
    {
        try
        {
            await newspaper.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            // The stamp moved on, or somebody's first arrangement of this edition came before hers.
            return await StaleAsync(edition, form, stop);
        }
        return TypedResults.Redirect($"/newsroom/front-page?edition={edition.Id}");
    }

    private Task<IResult> StaleAsync(Edition edition, DeskForm form, CancellationToken stop)
    {
        newspaper.ChangeTracker.Clear();
        return RefuseAsync(edition, form, new Problems().Add(Text.T("stale.title")), stop, StatusCodes.Status409Conflict);
    }

    private async Task<IResult> RefuseAsync(Edition edition, DeskForm form, Problems problems, CancellationToken stop, int status = StatusCodes.Status422UnprocessableEntity)
    {
        newspaper.ChangeTracker.Clear();
        return await desk.AnswerAsync(edition, form, stop, null, problems, status);
    }
}
