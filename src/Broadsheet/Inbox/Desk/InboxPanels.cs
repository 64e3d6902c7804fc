using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Inbox.Desk;

/// <summary>At the top of a story's page: that readers say something in it is wrong, or wrote letters about it.</summary>
internal sealed class InboxPanels(Newspaper newspaper) : IStoryPanel
{
    public StoryPanelPlace Place => StoryPanelPlace.State;

    public int Position => 62;

    public async Task<RenderFragment?> LoadAsync(Article article, Staff staff, RefusedAct? act, CancellationToken stop)
    {
        if (article.PublishedVersionId is null || !staff.May(Permission.ReadInbox)) return null;
        var open = await newspaper.InboxMessages.AsNoTracking().VisibleTo(staff).Where(row => row.StoryId == article.Id && (row.State == MessageState.New || row.State == MessageState.Taken))
            .GroupBy(row => row.Kind).Select(same => new { same.Key, Count = same.Count() }).ToListAsync(stop);
        if (open.Count == 0) return null;
        return StoryPanels.Of<InboxPanel, InboxPanelView>(new(article.Id, open.SingleOrDefault(one => one.Key == MessageKind.Error)?.Count ?? 0, open.SingleOrDefault(one => one.Key == MessageKind.Letter)?.Count ?? 0));
    }
}

public sealed record InboxPanelView(long Article, int Errors, int Letters);
