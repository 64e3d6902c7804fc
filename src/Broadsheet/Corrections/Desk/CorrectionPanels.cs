using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Corrections.Asking;
using Broadsheet.Corrections.Fixing;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Corrections.Desk;

/// <summary>At the top of a story's page, once it is out: Fix now, what was said about it, and what is still to be seen to.</summary>
internal sealed class CorrectionPanels(Newspaper newspaper, TimeProvider clock) : IStoryPanel
{
    public StoryPanelPlace Place => StoryPanelPlace.State;

    public int Position => 60;

    public async Task<RenderFragment?> LoadAsync(Article article, Staff staff, RefusedAct? act, CancellationToken stop)
    {
        if (article.PublishedVersionId is null) return null;
        var now = clock.GetUtcNow();
        return StoryPanels.Of<CorrectionPanel, CorrectionPanelView>(new(article,
            await newspaper.Corrections.CountAsync(row => row.ArticleId == article.Id, stop),
            await newspaper.Set<UnmergedFix>().CountAsync(row => row.ArticleId == article.Id, stop),
            await newspaper.Set<DevelopingStory>().AnyAsync(row => row.ArticleId == article.Id && row.Until <= now, stop),
            await newspaper.MayPublishAsync(article, staff, stop)));
    }
}

/// <param name="Unmerged">How much of a fix is not in the draft.</param>
/// <param name="Asks">It developed and has settled, and nobody has said yet whether readers are told.</param>
public sealed record CorrectionPanelView(Article Article, int Corrections, int Unmerged, bool Asks, bool MayPublish)
{
    public string Path => $"/newsroom/articles/{Article.Id}";
}
