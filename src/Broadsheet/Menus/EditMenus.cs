using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Menus;

/// <param name="Places">Addresses to choose from: the edition's own pages and sections.</param>
public sealed record EditMenuView(Edition Edition, MenuForm Form, Problems Problems, IReadOnlyList<Choice> Places, MenuForm? Theirs);

/// <summary>GET /newsroom/menus; POST /newsroom/menus/1: the lines of one edition, all at once.</summary>
public static class EditMenus
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/menus", Get).Requires(Permission.ArrangePaper);
        newsroom.MapPost("/menus/{edition:long}", Post).Requires(Permission.ArrangePaper);
    }

    internal static Task<IResult> Get(Newspaper newspaper, IEnumerable<IMenuPlaces> places, CancellationToken stop) =>
        AnswerAsync(newspaper, places, null, null, Problems.None, StatusCodes.Status200OK, stop);

    internal static async Task<IResult> Post(long edition, IFormCollection fields, Newspaper newspaper, IEnumerable<IMenuPlaces> places, CancellationToken stop)
    {
        if (!await newspaper.Editions.AnyAsync(row => row.Id == edition, stop)) return TypedResults.NotFound();

        var form = MenuForm.Read(fields);
        var problems = form.Check();
        if (problems.Any) return await AnswerAsync(newspaper, places, edition, form, problems, StatusCodes.Status422UnprocessableEntity, stop);

        var saved = await newspaper.WriteAsync(async () =>
        {
            await newspaper.Editions.Where(row => row.Id == edition).TakeTurnAsync(stop);
            var items = await newspaper.MenuItems.Where(row => row.EditionId == edition).ToListAsync(stop);
            if (MenuForm.Of(items).Seen != form.Seen) return false;

            newspaper.MenuItems.RemoveRange(items);
            newspaper.MenuItems.AddRange(form.Rows.Select(row => new MenuItem(edition, row.Place, row.Label, row.Address, row.Position)));
            await newspaper.SaveChangesAsync(stop);
            return true;
        }, stop);
        return saved ? TypedResults.Redirect("/newsroom/menus")
            : await AnswerAsync(newspaper, places, edition, form, new Problems().Add(Text.T("stale.title")), StatusCodes.Status409Conflict, stop);
    }

    private static async Task<IResult> AnswerAsync(
        Newspaper newspaper, IEnumerable<IMenuPlaces> places, long? edited, MenuForm? typed, Problems problems, int status, CancellationToken stop)
    {
        var items = await newspaper.MenuItems.AsNoTracking().ToListAsync(stop);
        var views = new List<EditMenuView>();
        foreach (var edition in await newspaper.AllEditionsAsync(stop))
        {
            var now = MenuForm.Of(items.Where(item => item.EditionId == edition.Id));
            var choices = new List<Choice>();
            foreach (var place in places) choices.AddRange(await place.OfAsync(edition.Id, stop));
            var isStale = edition.Id == edited && status == StatusCodes.Status409Conflict;
            views.Add(new(edition, edition.Id == edited ? typed! with { Seen = isStale ? now.Seen : typed.Seen } : now, edition.Id == edited ? problems : Problems.None, choices, isStale ? now : null));
        }
        return Page.Of<EditMenusPage, IReadOnlyList<EditMenuView>>(views, status);
    }
}

/// <summary>Something a menu can lead to. Value is the path within the edition.</summary>
public interface IMenuPlaces
{
    Task<IReadOnlyList<Choice>> OfAsync(long edition, CancellationToken stop);
}

internal sealed class SectionMenuPlaces(Newspaper newspaper) : IMenuPlaces
{
    public async Task<IReadOnlyList<Choice>> OfAsync(long edition, CancellationToken stop) =>
        [.. (await newspaper.SectionsOfAsync(edition, stop)).Select(row => new Choice($"/{row.Slug}", row.Name))];
}
