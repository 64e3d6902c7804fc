using Broadsheet.Accounts;
using Broadsheet.Articles.CoEditing;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Planning;

/// <param name="Count">How many there are altogether; the column shows the first of them.</param>
public sealed record BoardColumn(Stage Stage, IReadOnlyList<StoryLine> Lines, int Count);

public sealed record BoardView(IReadOnlyList<BoardColumn> Columns, PlanningNames Names, StoryFilter Filter, Staff Staff, IReadOnlyDictionary<long, IReadOnlyList<string>> Editing)
{
    public string Here => $"/newsroom/board{Filter.Query}";

    public bool MayMoveTo(Stage stage) => !stage.IsForEditors || Staff.May(Permission.PublishArticles);
}

/// <summary>GET /newsroom/board: a column a stage. Of what is out, the last day; of the rest, what is due first.</summary>
public static class ShowBoard
{
    private const int Most = 40;

    // What is out is looked at elsewhere; here it says how the day goes.
    private const int MostOut = 12;

    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapGet("/board", Get).Requires(Permission.EnterNewsroom);

    internal static async Task<IResult> Get(HttpRequest request, Staff staff, Newspaper newspaper, ArticleRooms rooms, TimeProvider clock, CancellationToken stop)
    {
        var names = await PlanningNames.LoadAsync(newspaper, clock, stop);
        var filter = StoryFilter.Read(request.Query) with { Stage = "" };
        var stories = filter.Of(newspaper.PlannedStories(staff), names, staff.MemberId);
        var columns = new List<BoardColumn>();
        foreach (var stage in names.Stages.All)
        {
            var here = InOrder(Recent(stories.At(stage, names.Stages), stage, names.Now), stage);
            columns.Add(new(stage, await here.Take(stage.IsByItself ? MostOut : Most).LinesAsync(stop), await here.CountAsync(stop)));
        }
        return Page.Of<BoardPage, BoardView>(new(columns, names, filter, staff, rooms.NamesIn(columns.SelectMany(column => column.Lines).Select(line => line.Article.Id))));
    }

    private static IQueryable<PlannedStory> Recent(IQueryable<PlannedStory> stories, Stage stage, DateTimeOffset now) => stage.Key switch
    {
        Stage.Published => stories.Where(row => row.Article.PublishedAt > now.AddDays(-1)),
        Stage.Withdrawn => stories.Where(row => row.Article.Draft.SavedAt > now.AddDays(-7) || row.Article.PublishedAt > now.AddDays(-7)),
        // What is kept for years has a list of its own.
        _ => stories.Where(row => row.Plan == null || !row.Plan.IsKeptReady),
    };

    private static IQueryable<PlannedStory> InOrder(IQueryable<PlannedStory> stories, Stage stage) => stage.Key switch
    {
        Stage.Published or Stage.Withdrawn => stories.OrderByDescending(row => row.Article.PublishedAt),
        Stage.Scheduled => stories.OrderBy(row => row.Article.ScheduledFor),
        _ => stories.OrderBy(row => row.Plan!.DueAt == null).ThenBy(row => row.Plan!.DueAt).ThenByDescending(row => row.Article.Draft.SavedAt),
    };
}
