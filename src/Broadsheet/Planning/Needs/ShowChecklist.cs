using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Planning.Needs;

public sealed record ChecklistPanelView(ChecklistView List, Edition Edition, DateTimeOffset Now);

/// <summary>The checklist beside the text; GET /newsroom/articles/7/checklist is the same list alone, for the page to fetch after a save.</summary>
internal sealed class ChecklistPanels(Newspaper newspaper, Checklist checklist, TimeProvider clock) : IStoryPanel
{
    public StoryPanelPlace Place => StoryPanelPlace.Details;

    public int Position => 10;

    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapGet("/articles/{id:long}/checklist", Get).Requires(Permission.WriteArticles);

    public async Task<RenderFragment?> LoadAsync(Article article, Staff staff, RefusedAct? act, CancellationToken stop) => StoryPanels.Of<ChecklistPanel, ChecklistPanelView>(await ViewAsync(article, stop));

    internal static async Task<IResult> Get(long id, Staff staff, Newspaper newspaper, ChecklistPanels panels, CancellationToken stop)
    {
        if (await newspaper.Articles.ForEditingAsync(id, staff, stop) is not { } article) return TypedResults.NotFound();
        return new RazorComponentResult<ChecklistLines>(new Dictionary<string, object?> { [nameof(ChecklistLines.Model)] = await panels.ViewAsync(article, stop) }) { PreventStreamingRendering = true };
    }

    private async Task<ChecklistPanelView> ViewAsync(Article article, CancellationToken stop) => new(
        await checklist.OfAsync(article, stop), await newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == article.EditionId, stop), clock.GetUtcNow());
}
