using System.Globalization;
using Broadsheet.Accounts;
using Broadsheet.Articles.CoEditing;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Planning;

/// <summary>GET /newsroom/articles: the proof sheet of everything, filtered. A filter can be kept under a name.</summary>
public static class ListStories
{
    private const int PerPage = 50;

    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapGet("/articles", Get).Requires(Permission.EnterNewsroom);

    internal static async Task<IResult> Get(HttpRequest request, int? page, Staff staff, Newspaper newspaper, ArticleRooms rooms, TimeProvider clock, CancellationToken stop)
    {
        var names = await PlanningNames.LoadAsync(newspaper, clock, stop);
        var filter = StoryFilter.Read(request.Query);
        var at = Math.Max(1, page ?? 1);
        var lines = await filter.Of(newspaper.PlannedStories(staff), names, staff.MemberId)
            .OrderByDescending(row => row.Article.Draft.SavedAt).ThenByDescending(row => row.Article.Id)
            .Skip((at - 1) * PerPage).Take(PerPage + 1).LinesAsync(stop);
        var kept = await newspaper.KeptLists.AsNoTracking().Where(row => row.MemberId == staff.MemberId).OrderBy(row => row.Name).ToListAsync(stop);
        return Page.Of<ListStoriesPage, ListStoriesView>(new([.. lines.Take(PerPage)], names, filter, kept, staff, at, HasMore: lines.Count > PerPage, rooms.NamesIn(lines.Select(line => line.Article.Id))));
    }
}

public sealed record ListStoriesView(IReadOnlyList<StoryLine> Lines, PlanningNames Names, StoryFilter Filter, IReadOnlyList<KeptList> Kept, Staff Staff, int Number, bool HasMore, IReadOnlyDictionary<long, IReadOnlyList<string>> Editing)
{
    /// <summary>The same list at another page.</summary>
    public string Page(int number) => $"/newsroom/articles{Filter.Query}{(Filter.Query.Length > 0 ? "&" : "?")}page={number.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>This very list among those she kept.</summary>
    public KeptList? KeptAs => Kept.FirstOrDefault(list => list.Query == Filter.Query);
}
