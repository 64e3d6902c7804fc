using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Planning;

/// <summary>
/// POST /newsroom/articles/7/hold: do not publish, because. Whoever may write in it can stop it; …/hold/removal, with a reason, is for
/// those who publish. A story that was scheduled leaves the schedule: it must not go out by itself the moment the hold is lifted.
/// </summary>
public static class HoldStory
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapPost("/articles/{id:long}/hold", Post).AnswersOnPage("hold").DemandsRevision().Requires(Permission.WriteArticles);
        newsroom.MapPost("/articles/{id:long}/hold/removal", Lift).AnswersOnPage("hold/removal").DemandsRevision().Requires(Permission.PublishArticles);
    }

    internal static async Task<IResult> Post(long id, [FromForm(Name = "HoldReason")] string? reason, [FromForm(Name = "PlanRevision")] long planRevision, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Articles.ForEditingAsync(id, staff, stop) is not { } article) return Results.NotFound();
        if (article.IsPublished) throw new ArticleException(Text.T("hold.out"));

        var plan = await newspaper.PlanOfAsync(id, stop);
        plan.DemandRevision(planRevision);
        plan.PutOnHold(reason ?? "", staff.By, clock.GetUtcNow());
        await newspaper.TellOfHoldAsync(article, plan.Hold!, staff, stop);
        if (article.ScheduledFor is not null) article.Unschedule();
        newspaper.Audit(staff, "hold", $"article/{article.PublicId}", reason, clock.GetUtcNow());
        await SaveAsync(newspaper, stop);
        return Results.Redirect($"/newsroom/articles/{id}");
    }

    internal static async Task<IResult> Lift(long id, [FromForm(Name = "HoldReason")] string? reason, [FromForm(Name = "PlanRevision")] long planRevision, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Articles.ForEditingAsync(id, staff, stop) is not { } article) return Results.NotFound();

        var plan = await newspaper.PlanOfAsync(id, stop);
        plan.DemandRevision(planRevision);
        var hold = plan.Hold;
        plan.LiftHold(reason ?? "");
        await newspaper.TellOfLiftAsync(article, hold!, reason!, staff, clock.GetUtcNow(), stop);
        newspaper.Audit(staff, "hold-lifted", $"article/{article.PublicId}", reason, clock.GetUtcNow());
        await SaveAsync(newspaper, stop);
        return Results.Redirect($"/newsroom/articles/{id}");
    }

    private static async Task SaveAsync(Newspaper newspaper, CancellationToken stop)
    {
        try
        {
            await newspaper.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            // Scheduled, published or planned at this moment.
            throw new ArticleException(Text.T("plan.stale"));
        }
    }
}

/// <summary>A held story goes out by no road. What is out already may be corrected and withdrawn: a hold is not for that.</summary>
internal sealed class HeldStories(Newspaper newspaper) : IPublicationCheck
{
    public async Task<IReadOnlyList<NotReadyException.Problem>> CheckAsync(Article article, ArticleContent content, CancellationToken stop)
    {
        if (article.IsPublished) return [];
        if (await newspaper.StoryPlans.AsNoTracking().Where(row => row.ArticleId == article.Id).Select(row => row.Hold).SingleOrDefaultAsync(stop) is not { } hold) return [];

        var who = await newspaper.StaffMembers.Where(row => row.Id == hold.By).Select(row => row.Name).SingleOrDefaultAsync(stop);
        return [new("Hold", Text.T("hold.refuses", ("reason", hold.Reason), ("name", who ?? Text.T("plan.somebody"))))];
    }
}
