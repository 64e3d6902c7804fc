using Broadsheet.Accounts;
using Broadsheet.Storage;

namespace Broadsheet.Pages;

/// <summary>POST /newsroom/pages/7/removal</summary>
public static class RemovePage
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/pages/{id:long}/removal", Post).Requires(Permission.ArrangePaper);

    internal static async Task<IResult> Post(long id, Newspaper newspaper, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Pages.FindAsync([id], stop) is not { } page) return TypedResults.NotFound();

        newspaper.Pages.Remove(page);
        newspaper.Audit(staff, "page-removed", $"page/{page.PublicId}", page.Title, clock.GetUtcNow());
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Redirect("/newsroom/pages");
    }
}
