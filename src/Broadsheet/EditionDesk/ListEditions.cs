using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.EditionDesk;

public sealed record EditionListView(IReadOnlyList<Edition> Editions);

/// <summary>GET /newsroom/editions; POST /newsroom/editions/7/order moves one a place up or down in the edition switch.</summary>
public static class ListEditions
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/editions", Get).Requires(Permission.RunPaper);
        newsroom.MapPost("/editions/{id:long}/order", Move).Requires(Permission.RunPaper);
    }

    internal static async Task<IResult> Get(Newspaper newspaper, CancellationToken stop) =>
        Page.Of<ListEditionsPage, EditionListView>(new(await newspaper.AllEditionsAsync(stop)));

    internal static async Task<IResult> Move(long id, IFormCollection form, Newspaper newspaper, CancellationToken stop)
    {
        var found = await newspaper.WriteAsync(async () =>
        {
            var all = await newspaper.Editions.OrderBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(stop);
            if (all.Find(row => row.Id == id) is not { } moved) return false;
            all.Move(moved, form["To"]);
            for (var place = 0; place < all.Count; place++) all[place].Position = place;
            await newspaper.SaveChangesAsync(stop);
            return true;
        }, stop);
        return found ? TypedResults.Redirect("/newsroom/editions") : TypedResults.NotFound();
    }
}
