using System.Globalization;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Planning.Notes;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Planning;

/// <param name="Notes">How many private notes there are.</param>
public sealed record PlanPanelView(Article Article, StoryPlan Plan, PlanningNames Names, Staff Staff, RefusedAct? Act, int Notes)
{
    public string Path => $"/newsroom/articles/{Article.Id}";

    public Edition Edition => Names.EditionOf(Article);

    public Stage Stage => Names.Stages.Of(Article, Plan);

    /// <summary>The step that is next for this person; null where publication itself is, or nothing.</summary>
    public Stage? Next => !Stage.IsByItself && Names.Stages.After(Stage) is { } next && MayMoveTo(next) ? next : null;

    public bool MayMoveTo(Stage stage) => !stage.IsForEditors || Staff.May(Permission.PublishArticles);

    public string Due => Act?.Typed("plan", "DueAt") ?? (Plan.DueAt is { } at ? Edition.FieldTime(at) : "");

    public string Day => Act?.Typed("plan", "PlannedFor") ?? Plan.PlannedFor?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>The plan in a line, so that it need not be opened to be read.</summary>
    public bool IsEmpty => Article.AssignedTo is null && Plan is { DueAt: null, PlannedFor: null, Note: "" };
}

/// <summary>What both pieces of a story's page show; asked once for the two.</summary>
internal sealed class PlanPanelViews(Newspaper newspaper, TimeProvider clock)
{
    private (long Article, PlanPanelView View)? _last;

    public async Task<PlanPanelView> OfAsync(Article article, Staff staff, RefusedAct? act, CancellationToken stop)
    {
        if (_last is { } last && last.Article == article.Id) return last.View;
        var view = new PlanPanelView(
            article, await newspaper.ShowPlanAsync(article.Id, stop), await PlanningNames.LoadAsync(newspaper, clock, stop), staff, act,
            await newspaper.StoryNotes.CountAsync(row => row.ArticleId == article.Id, stop));
        _last = (article.Id, view);
        return view;
    }
}

/// <summary>At the top of a story's page: the stage, the step that is next, and the hold.</summary>
internal sealed class StagePanels(PlanPanelViews views) : IStoryPanel
{
    public StoryPanelPlace Place => StoryPanelPlace.State;

    public int Position => 10;

    public async Task<RenderFragment?> LoadAsync(Article article, Staff staff, RefusedAct? act, CancellationToken stop) =>
        StoryPanels.Of<StagePanel, PlanPanelView>(await views.OfAsync(article, staff, act, stop));
}

/// <summary>Beside the text: who has it, when it is wanted, the note, and what nobody outside may read.</summary>
internal sealed class PlanPanels(PlanPanelViews views) : IStoryPanel
{
    public StoryPanelPlace Place => StoryPanelPlace.Details;

    public int Position => 20;

    public async Task<RenderFragment?> LoadAsync(Article article, Staff staff, RefusedAct? act, CancellationToken stop) =>
        StoryPanels.Of<PlanPanel, PlanPanelView>(await views.OfAsync(article, staff, act, stop));
}
