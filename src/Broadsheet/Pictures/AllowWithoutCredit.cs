using Broadsheet.Accounts;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Pictures;

/// <summary>POST /newsroom/pictures/7/credit-override: out without a credit, for a reason that stays on record.</summary>
public static class AllowWithoutCredit
{
    public static void Map(IEndpointRouteBuilder newsroom) =>
        newsroom.MapPost("/pictures/{id:long}/credit-override", Post).Requires(Permission.PublishArticles);

    internal static async Task<IResult> Post(long id, IFormCollection form, Newspaper newspaper, PicturePage page, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Pictures.SingleOrDefaultAsync(picture => picture.Id == id, stop) is not { } picture) return TypedResults.NotFound();
        var reason = form["Reason"].ToString().Trim();
        if (reason.Length == 0)
            return await page.AnswerAsync(picture, null, new Problems().Add("Reason", Text.T("picture.override.problem")), staff, stop, StatusCodes.Status422UnprocessableEntity);

        var now = clock.GetUtcNow();
        picture.AllowWithoutCredit(reason, staff.By, now);
        newspaper.Audit(staff, "credit-override", $"picture/{picture.PublicId}", reason, now);
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Redirect($"/newsroom/pictures/{id}");
    }
}
