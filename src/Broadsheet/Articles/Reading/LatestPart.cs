using Broadsheet.Paper;
using Broadsheet.Storage;

namespace Broadsheet.Articles.Reading;

/// <summary>{{ latest }}: the newest stories that do not stand elsewhere on the page.</summary>
public sealed class LatestPart(Newspaper newspaper, StoryViews views, TimeProvider clock) : PagePart
{
    private const int Length = 8;

    public override string Name => "latest";

    public override async ValueTask<object?> LoadAsync(PaperPage page, CancellationToken cancellation)
    {
        var shown = page.Shown.ToList();
        var newest = newspaper.Articles.Published(clock.GetUtcNow()).InEdition(page.Edition.Id).Where(article => !shown.Contains(article.Id)).LatestFirst();
        return await views.OfAsync(newest.Take(Length), page.Edition, cancellation);
    }
}
