using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.FrontPage;

/// <summary>
/// GET /newsroom/front-page?edition=1&amp;plan=7; POST /newsroom/front-page/1/layout. The form carries the whole layout in hand: most of its
/// buttons answer with that layout changed, nothing being live; "live" gives it to readers, "plan" keeps it for a time.
/// </summary>
public static class ArrangeFrontPage
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/front-page", Get).Requires(Permission.ArrangePaper);
        newsroom.MapPost("/front-page/{edition:long}/layout", Post).Requires(Permission.ArrangePaper);
    }

    internal static async Task<IResult> Get(long? edition, long? plan, Newspaper newspaper, FrontPageDesk desk, CancellationToken stop) =>
        await newspaper.Editions.AsNoTracking().OrderBy(row => row.Position).FirstOrDefaultAsync(row => edition == null || row.Id == edition, stop) is { } found
            ? await desk.ShowAsync(found, plan, stop)
            : TypedResults.NotFound();

    internal static async Task<IResult> Post(
        long edition, HttpContext http, IFormCollection fields, Newspaper newspaper, FrontPageDesk desk, [FromServices] DeskActs acts, [FromServices] KeepLayout keep, PreviewOfLayout preview, Zones zones, Staff staff, CancellationToken stop)
    {
        if (await newspaper.Editions.FindAsync([edition], stop) is not { } found) return TypedResults.NotFound();
        var here = await zones.OfAsync(edition, stop);
        var form = DeskForm.Read(fields, here, found);
        return fields["Act"].ToString().Split('|') switch
        {
            ["live"] => await keep.LiveAsync(found, form, here, staff, stop),
            ["plan"] => await keep.PlanAsync(found, form, here, staff, stop),
            ["preview"] => await preview.AnswerAsync(http, found, form.Layout, form.GoesLiveAt(found), stop),
            var act => await acts.AnswerAsync(found, form, here, act, fields, stop),
        };
    }
}
