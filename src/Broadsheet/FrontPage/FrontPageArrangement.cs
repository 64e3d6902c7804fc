using Broadsheet.Articles;
using Broadsheet.Articles.Reading;
using Broadsheet.Paper;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.FrontPage;

/// <summary>
/// Which story stands where. An editor may pin the lead for a while; the rest arranges itself: the newest story
/// with a picture leads, the next ones follow it, and each section shows its own. No story has two places.
/// </summary>
public sealed class FrontPageArrangement(Newspaper newspaper, StoryViews views, TimeProvider clock)
{
    private const int Seconds = 3;
    private const int InRow = 5;

    public async Task<FrontPageView> ArrangeAsync(PaperEdition edition, ISet<long> shown, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var published = newspaper.Latest(edition.Id, now);
        var newest = await views.OfAsync(published.Where(article => article.Kind != ArticleKind.Sponsored).Take(12), edition, stop);

        var lead = await PinnedAsync(edition, published, now, stop) ?? newest.FirstOrDefault(story => story.Picture is not null && story.Kind.Length == 0) ?? (newest.Count > 0 ? newest[0] : null);
        if (lead is null) return new FrontPageView(null, [], []);

        shown.Add(lead.ArticleId);
        var seconds = newest.Where(story => shown.Add(story.ArticleId)).Take(Seconds).ToList();
        // Take stops asking after the third, so only stories that got a place were added.
        var rows = new List<RowView>();
        foreach (var section in await newspaper.Sections.AsNoTracking().Where(section => section.EditionId == edition.Id).OrderBy(section => section.Position).ToListAsync(stop))
        {
            if (await RowAsync(section, edition, shown, stop) is { } row) rows.Add(row);
        }

        return new FrontPageView(lead, seconds, rows);
    }

    private async Task<StoryView?> PinnedAsync(PaperEdition edition, IQueryable<Article> published, DateTimeOffset now, CancellationToken stop)
    {
        if (await newspaper.FrontPages.AsNoTracking().FirstOrDefaultAsync(page => page.EditionId == edition.Id, stop) is not { } page || page.LeadAt(now) is not { } lead) return null;

        return await views.OfAsync(published.Where(article => article.Id == lead), edition, stop) is [var pinned] ? pinned : null;
    }

    private async Task<RowView?> RowAsync(Section section, PaperEdition edition, ISet<long> shown, CancellationToken stop)
    {
        var taken = shown.ToList();
        var stories = await views.OfAsync(newspaper.LatestInSection(section.Id, clock.GetUtcNow()).Where(article => !taken.Contains(article.Id)).Take(InRow), edition, stop);
        if (stories.Count == 0) return null;

        foreach (var story in stories) shown.Add(story.ArticleId);
        // The row opens with a picture if one of its stories has one.
        var opening = stories.FirstOrDefault(story => story is { Picture: not null, IsSponsored: false }) ?? stories[0];
        return new RowView(new SectionView(section, edition), [opening, .. stories.Where(story => story != opening)]);
    }
}
