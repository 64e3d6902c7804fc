using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Planning;
using Broadsheet.Popularity;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Today;

/// <param name="Reads">In this hour and the last one.</param>
public sealed record MostReadLine(Article Article, long Reads);

public sealed record TodayView(
    Staff Staff, PlanningNames Names, IReadOnlyList<TodayWarning> Warnings, IReadOnlyList<StoryLine> Flashes, IReadOnlyList<TodayLine> Waiting, IReadOnlyList<StoryLine> InReview,
    IReadOnlyList<StoryLine> Mine, IReadOnlyList<StoryLine> GoingOut, IReadOnlyList<StoryLine> JustOut, IReadOnlyList<MostReadLine> MostRead);

/// <summary>GET /newsroom: what is mine, what waits for me, what goes out, what just went, what is read. Where signing in leads to.</summary>
public static class ShowToday
{
    private const int Most = 8;

    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapGet("", Get).Requires(Permission.EnterNewsroom);

    internal static async Task<IResult> Get(Staff staff, Newspaper newspaper, IEnumerable<ITodayLines> others, TimeProvider clock, CancellationToken stop)
    {
        var names = await PlanningNames.LoadAsync(newspaper, clock, stop);
        var (stories, now) = (newspaper.PlannedStories(staff), names.Now);
        var waiting = new List<TodayLine>();
        foreach (var other in others) waiting.AddRange(await other.ForAsync(staff, stop));

        return Page.Of<TodayPage, TodayView>(new(
            staff, names, await Warnings.ForAsync(staff, newspaper, now, stop),
            await stories.Where(row => row.Article.MoreFollowsUntil != null).OrderBy(row => row.Article.MoreFollowsUntil).Take(Most).LinesAsync(stop),
            [.. waiting.OrderByDescending(line => line.IsUrgent).ThenBy(line => line.At)],
            staff.May(Permission.PublishArticles) ? await InReviewAsync(stories, names, stop) : [],
            await ByDue(stories.InHand().Of(staff.By).Where(row => row.Plan == null || !row.Plan.IsKeptReady)).Take(Most).LinesAsync(stop),
            await stories.Where(row => row.Article.ScheduledFor != null && row.Article.ScheduledFor < now.AddDays(2)).OrderBy(row => row.Article.ScheduledFor).Take(Most).LinesAsync(stop),
            await stories.Where(row => row.Article.PublishedAt > now.AddDays(-1) && row.Article.PublishedVersionId != null && row.Article.Withdrawal == null).OrderByDescending(row => row.Article.PublishedAt).Take(Most).LinesAsync(stop),
            await MostReadAsync(newspaper, now, stop)));
    }

    // A stage that calls for editors has stories that wait for one, and so has a stage to which editors alone move them: ready, and not yet out.
    private static async Task<List<StoryLine>> InReviewAsync(IQueryable<PlannedStory> stories, PlanningNames names, CancellationToken stop)
    {
        var calling = names.Stages.ByHand.Where(stage => stage.IsForEditors || stage.Tells == StageTells.Editors).Select(stage => stage.Key).ToList();
        return await ByDue(stories.InHand().Where(row => calling.Contains(row.Plan!.Stage))).Take(Most).LinesAsync(stop);
    }

    private static IQueryable<PlannedStory> ByDue(IQueryable<PlannedStory> stories) =>
        stories.OrderBy(row => row.Plan!.DueAt == null).ThenBy(row => row.Plan!.DueAt).ThenByDescending(row => row.Article.Draft.SavedAt);

    private static async Task<List<MostReadLine>> MostReadAsync(Newspaper newspaper, DateTimeOffset now, CancellationToken stop)
    {
        var since = ReadCount.HourOf(now) - 1;
        var counts = await newspaper.ReadCounts.Where(count => count.Hour >= since)
            .GroupBy(count => count.ArticleId).Select(story => new { Id = story.Key, Reads = story.Sum(count => count.Reads) })
            .OrderByDescending(story => story.Reads).ThenByDescending(story => story.Id).Take(Most).ToListAsync(stop);
        var ids = counts.Select(story => story.Id).ToList();
        var articles = await newspaper.Articles.AsNoTracking().Where(article => ids.Contains(article.Id)).ToDictionaryAsync(article => article.Id, stop);
        return [.. counts.Where(story => articles.ContainsKey(story.Id)).Select(story => new MostReadLine(articles[story.Id], story.Reads))];
    }
}

public static class TodayServices
{
    public static IServiceCollection AddToday(this IServiceCollection services) => services.AddNewsroomLink("today.title", "/newsroom", 5, key: "t").AddScoped<ITodayLines, KeysWanted>();
}
