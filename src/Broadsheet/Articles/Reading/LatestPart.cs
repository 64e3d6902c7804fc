using Broadsheet.Paper;
using Broadsheet.Storage;

namespace Broadsheet.Articles.Reading;

/// <summary>{{ latest }}: the newest stories by the clock, whatever else of the page they stand in as well.</summary>
public sealed class LatestPart(Newspaper newspaper, StoryViews views, TimeProvider clock) : PagePart
{
    private const int Length = 8;

    public override string Name => "latest";

    public override async ValueTask<object?> LoadAsync(PaperPage page, CancellationToken cancellation) =>
        await newspaper.SharedAsync((Name, page.Edition), () => views.OfAsync(newspaper.Latest(page.Edition.Id, clock.GetUtcNow()).Take(Length), page.Edition, cancellation));
}
