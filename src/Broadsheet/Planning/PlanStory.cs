using System.Globalization;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Planning;

/// <summary>
/// POST /newsroom/articles/7/plan: who has it, when it is due, the day it is meant for, a note to the desk. POST …/plan/day moves it to
/// another day of the calendar alone.
/// </summary>
public static class PlanStory
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapPost("/articles/{id:long}/plan", Post).AnswersOnPage("plan").DemandsRevision().Requires(Permission.WriteArticles);
        newsroom.MapPost("/articles/{id:long}/plan/day", Day).AnswersOnPage("plan").DemandsRevision().Requires(Permission.WriteArticles);
    }

    internal static async Task<IResult> Post(long id, IFormCollection fields, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        var form = PlanForm.Read(fields);
        if (await newspaper.Articles.ForEditingAsync(id, staff, stop) is not { } article) return Results.NotFound();

        var edition = await newspaper.Editions.SingleAsync(row => row.Id == article.EditionId, stop);
        var plan = await newspaper.PlanOfAsync(id, stop);
        plan.DemandRevision(form.PlanRevision);
        var to = form.ReadAssigned();
        if (to is { } member && !await newspaper.StaffMembers.AnyAsync(row => row.Id == member && row.DeactivatedAt == null, stop)) throw new ArticleException(Text.T("plan.noSuchPerson"));
        if (to != article.AssignedTo) newspaper.Audit(staff, "assignment", $"article/{article.PublicId}", to is null ? "" : $"staff/{to}", clock.GetUtcNow());
        if (to is { } given && to != article.AssignedTo) newspaper.TellOfAssignment(article, given, staff, form.Note ?? "", clock.GetUtcNow());

        article.AssignedTo = to;
        (plan.DueAt, plan.PlannedFor, plan.Note) = (form.ReadDue(edition), form.ReadDay(), form.Note?.ReplaceLineEndings("\n").Trim() ?? "");
        await SaveAsync(newspaper, plan, stop);
        return Results.Redirect($"/newsroom/articles/{id}");
    }

    internal static async Task<IResult> Day(long id, [FromForm] string? day, [FromForm(Name = "PlanRevision")] long planRevision, [FromForm] string? back, Staff staff, Newspaper newspaper, CancellationToken stop)
    {
        if (await newspaper.Articles.ForEditingAsync(id, staff, stop) is null) return Results.NotFound();

        var plan = await newspaper.PlanOfAsync(id, stop);
        plan.DemandRevision(planRevision);
        plan.PlannedFor = PlanForm.ReadDay(day);
        await SaveAsync(newspaper, plan, stop);
        return Results.Redirect(BackTo.Of(back, id));
    }

    private static async Task SaveAsync(Newspaper newspaper, StoryPlan plan, CancellationToken stop)
    {
        plan.Changed();
        try
        {
            await newspaper.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            throw new ArticleException(Text.T("plan.stale"));
        }
    }
}

/// <summary>What the plan's form asks, as typed; times by the edition's clock.</summary>
public sealed record PlanForm
{
    public long PlanRevision { get; init; }
    public string? AssignedTo { get; init; }
    public string? DueAt { get; init; }
    public string? PlannedFor { get; init; }
    public string? Note { get; init; }

    public static PlanForm Read(IFormCollection form) => new()
    {
        PlanRevision = long.TryParse(form["PlanRevision"], CultureInfo.InvariantCulture, out var planRevision) ? planRevision : 0,
        AssignedTo = form["AssignedTo"],
        DueAt = form["DueAt"],
        PlannedFor = form["PlannedFor"],
        Note = form["Note"],
    };

    internal long? ReadAssigned() => long.TryParse(AssignedTo, CultureInfo.InvariantCulture, out var member) ? member : null;

    internal DateTimeOffset? ReadDue(Edition edition)
    {
        if (string.IsNullOrWhiteSpace(DueAt)) return null;
        return edition.ReadFieldTime(DueAt) ?? throw new ArticleException(Text.T("acts.chooseTime"));
    }

    internal DateOnly? ReadDay() => ReadDay(PlannedFor);

    internal static DateOnly? ReadDay(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        return DateOnly.TryParse(typed, CultureInfo.InvariantCulture, out var day) ? day : throw new ArticleException(Text.T("plan.chooseDay"));
    }
}
