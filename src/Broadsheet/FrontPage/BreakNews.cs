using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.FrontPage;

/// <summary>POST /newsroom/front-page/1/breaking: the breaking-news line, until a time; …/breaking/removal ends it now.</summary>
public static class BreakNews
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapPost("/front-page/{edition:long}/breaking", Post).Requires(Permission.ArrangePaper);
        newsroom.MapPost("/front-page/{edition:long}/breaking/removal", Remove).Requires(Permission.ArrangePaper);
    }

    internal static async Task<IResult> Post(long edition, IFormCollection fields, Newspaper newspaper, FrontPageDesk desk, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Editions.FindAsync([edition], stop) is not { } found) return TypedResults.NotFound();
        var (form, now) = (BreakingForm.Read(fields), clock.GetUtcNow());
        var line = await newspaper.BreakingLines.SingleOrDefaultAsync(row => row.EditionId == edition, stop);
        if ((line?.Stamp ?? Guid.Empty) != form.Stamp) return await StaleAsync(found, form, desk, stop);
        if (form.Check(found, now) is { Any: true } problems) return await desk.RefuseLineAsync(found, form, problems, StatusCodes.Status422UnprocessableEntity, stop);

        if (line is null) newspaper.BreakingLines.Add(line = new BreakingLine(edition));
        line.Say(form.Text, Guid.TryParse(form.Story, out var story) ? story : null, form.UntilOn(found)!.Value);
        newspaper.Audit(staff, "breaking-line", $"edition/{found.PublicId}", form.Text, now);
        try
        {
            await newspaper.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            newspaper.ChangeTracker.Clear();
            return await StaleAsync(found, form, desk, stop);
        }
        return TypedResults.Redirect($"/newsroom/front-page?edition={edition}");
    }

    // What she ends is what breaks now, whoever changed a word of it meanwhile: ending is never refused.
    internal static async Task<IResult> Remove(long edition, Newspaper newspaper, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Editions.FindAsync([edition], stop) is not { } found) return TypedResults.NotFound();
        await newspaper.WriteAsync(async () =>
        {
            if (await newspaper.BreakingLines.SingleOrDefaultAsync(row => row.EditionId == edition, stop) is not { } line) return;
            line.End(clock.GetUtcNow());
            newspaper.Audit(staff, "breaking-line-ended", $"edition/{found.PublicId}", line.Text, clock.GetUtcNow());
            await newspaper.SaveChangesAsync(stop);
        }, stop);
        return TypedResults.Redirect($"/newsroom/front-page?edition={edition}");
    }

    private static Task<IResult> StaleAsync(Edition edition, BreakingForm form, FrontPageDesk desk, CancellationToken stop) =>
        desk.RefuseLineAsync(edition, form, new Problems().Add(Text.T("stale.title")), StatusCodes.Status409Conflict, stop);
}
