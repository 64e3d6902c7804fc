using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Sections;

public sealed record SectionListView(IReadOnlyList<Edition> Editions, IReadOnlyList<Section> Sections, IReadOnlyDictionary<long, int> Stories)
{
    public IReadOnlyList<Section> In(Edition edition) => [.. Sections.Where(section => section.EditionId == edition.Id)];
}

/// <summary>GET /newsroom/sections; POST /newsroom/sections/7/order moves one a place up or down.</summary>
public static class ListSections
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/sections", Get).Requires(Permission.ArrangePaper);
        newsroom.MapPost("/sections/{id:long}/order", Move).Requires(Permission.ArrangePaper);
    }

    internal static async Task<IResult> Get(Newspaper newspaper, IStoryPlaces places, CancellationToken stop) =>
        Page.Of<ListSectionsPage, SectionListView>(new(
            await newspaper.AllEditionsAsync(stop),
            await newspaper.Sections.AsNoTracking().OrderBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(stop),
            await places.InSectionsAsync(stop)));

    internal static async Task<IResult> Move(long id, IFormCollection form, Newspaper newspaper, CancellationToken stop)
    {
        var found = await newspaper.WriteAsync(async () =>
        {
            if (await newspaper.Sections.FindAsync([id], stop) is not { } moved) return false;
            var all = await newspaper.Sections.Where(row => row.EditionId == moved.EditionId).OrderBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(stop);
            all.Move(moved, form["To"]);
            for (var place = 0; place < all.Count; place++) all[place].Position = place;
            await newspaper.SaveChangesAsync(stop);
            return true;
        }, stop);
        return found ? TypedResults.Redirect("/newsroom/sections") : TypedResults.NotFound();
    }
}
