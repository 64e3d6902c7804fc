using System.ComponentModel;
using Broadsheet.Api;
using Broadsheet.Editions;
using Broadsheet.Menus;
using Broadsheet.Paper;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.PublicApi.Things;

/// <summary>The links that an edition has put at one place of its pages.</summary>
public sealed record PublicMenu
{
    public required MenuPlace Place { get; init; }
    public required IReadOnlyList<PublicLink> Links { get; init; }
}

/// <summary>A line of a menu.</summary>
public sealed record PublicLink
{
    public required string Name { get; init; }

    [Description("A whole address, of the paper or from elsewhere.")]
    public required string Url { get; init; }
}

internal static class ListMenus
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/menus", Get).Reads<EditionQuery, Listed<PublicMenu>>()
        .Describe("readMenus", "An edition’s menus", "The links under the masthead, after the sections, and those at the foot of each page.");

    private static async Task<IResult> Get([AsParameters] EditionQuery asked, EditionsAsked editions, Newspaper newspaper, PaperOrigin origin, CancellationToken stop)
    {
        var edition = (await editions.OneAsync(asked.Edition, stop)).ForPaper();
        var items = await newspaper.MenuItems.AsNoTracking().Where(row => row.EditionId == edition.Id).OrderBy(row => row.Position).ToListAsync(stop);
        return Answer.Whole(items.GroupBy(item => item.Place).OrderBy(place => place.Key).Select(place => new PublicMenu
        {
            Place = place.Key,
            Links = [.. place.Select(item => new MenuLinkView(item, edition)).Select(link => new PublicLink { Name = link.Name, Url = origin.Whole(link.Href) })],
        }));
    }
}
