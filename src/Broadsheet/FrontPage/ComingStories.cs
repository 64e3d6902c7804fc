using Broadsheet.Articles;
using Broadsheet.Articles.Reading;
using Broadsheet.Paper;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.FrontPage;

/// <summary>Scheduled stories as they will stand on the page, for the newsroom's eyes: a plan for the morning holds what goes out before it.</summary>
public sealed class ComingStories(Newspaper newspaper, StoryViews views)
{
    public async Task<IReadOnlyList<StoryView>> OfAsync(IReadOnlyCollection<Guid> ids, PaperEdition edition, DateTimeOffset before, CancellationToken stop)
    {
        if (ids.Count == 0) return [];

        // Not tracked: what is put into them here must never be saved.
        var articles = await newspaper.Articles.AsNoTracking().InEdition(edition.Id).Where(row => row.ScheduledFor <= before && ids.Contains(row.PublicId)).ToListAsync(stop);
        var sections = (await newspaper.SectionsOfAsync(edition.Id, stop)).ToDictionary(row => row.PublicId, row => row.Id);
        var shown = new List<Article>();
        foreach (var article in articles)
        {
            var content = (await newspaper.ArticleVersions.AsNoTracking().SingleAsync(row => row.Id == article.ScheduledVersionId, stop)).Content;
            if (content.Section is not { } section || !sections.TryGetValue(section, out var place)) continue;

            article.ShowAsPreview(content, new ArticlePlaces(place, article.Slug, [], [], []), article.ScheduledFor!.Value);
            shown.Add(article);
        }
        return await views.OfAsync(shown, edition, stop);
    }
}
