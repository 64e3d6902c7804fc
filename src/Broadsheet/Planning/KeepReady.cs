using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Planning;

/// <param name="IsOld">Nobody has read it over for so long that what it says may no longer be so.</param>
public sealed record KeptLine(StoryLine Story, DateTimeOffset? ReadOverAt, bool IsOld);

public sealed record KeptStoriesView(IReadOnlyList<KeptLine> Stories, PlanningNames Names);

/// <summary>
/// Stories kept for their day, as obituaries are for years: POST /newsroom/articles/7/readiness keeps one ready, says that it was read over,
/// or ends it. GET /newsroom/obituaries lists them, the one that was read over longest ago first.
/// </summary>
public static class KeepReady
{
    /// <summary>After this a life that is not over has changed too much for what stands there.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromDays(180);

    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/obituaries", List).Requires(Permission.WriteArticles);
        newsroom.MapPost("/articles/{id:long}/readiness", Post).AnswersOnPage("readiness").DemandsRevision().Requires(Permission.WriteArticles);
    }

    internal static async Task<IResult> List(Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        var names = await PlanningNames.LoadAsync(newspaper, clock, stop);
        var lines = await newspaper.KeptReady().LinesAsync(stop);
        return Page.Of<KeptStoriesPage, KeptStoriesView>(new([.. lines
            .Select(line => new KeptLine(line, line.Plan!.ReadOverAt, IsOld(line.Plan, line.SavedAt, names.Now)))
            .OrderBy(line => line.ReadOverAt ?? line.Story.Article.CreatedAt)], names));
    }

    internal static async Task<IResult> Post(long id, [FromForm] string? act, [FromForm(Name = "PlanRevision")] long planRevision, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Articles.ForEditingAsync(id, staff, stop) is not { } article) return Results.NotFound();

        var plan = await newspaper.PlanOfAsync(id, stop);
        plan.DemandRevision(planRevision);
        if (act == "read") plan.ReadOver(staff.By, clock.GetUtcNow());
        else plan.KeepReady(act == "keep");
        newspaper.Audit(staff, act == "read" ? "read-over" : act == "keep" ? "kept-ready" : "kept-ready-ended", $"article/{article.PublicId}", null, clock.GetUtcNow());
        await newspaper.SaveChangesAsync(stop);
        return Results.Redirect($"/newsroom/articles/{id}");
    }

    internal static bool IsOld(StoryPlan plan, DateTimeOffset savedAt, DateTimeOffset now) => (plan.ReadOverAt ?? savedAt) < now - Fresh;

    extension(Newspaper newspaper)
    {
        /// <summary>What is kept and did not go out yet.</summary>
        internal IQueryable<PlannedStory> KeptReady() => newspaper.PlannedStories().InHand().Where(row => row.Plan!.IsKeptReady);
    }
}
