using Broadsheet.Accounts;
using Broadsheet.Articles;
using Microsoft.AspNetCore.Components;

namespace Broadsheet.Newsletters.Desk;

/// <summary>On a published story's page, for those who run newsletters: the way to send it as an alert.</summary>
internal sealed class AlertPanels(TimeProvider clock) : IStoryPanel
{
    public StoryPanelPlace Place => StoryPanelPlace.State;

    public int Position => 66;

    public Task<RenderFragment?> LoadAsync(Article article, Staff staff, RefusedAct? act, CancellationToken stop) => Task.FromResult(
        staff.May(Permission.RunNewsletters) && article.IsPublished && !(article.RightsEnd <= clock.GetUtcNow()) ? StoryPanels.Of<AlertPanel, long>(article.Id) : null);
}
