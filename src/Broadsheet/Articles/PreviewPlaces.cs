using Broadsheet.Sections;
using Broadsheet.Series;
using Broadsheet.Storage;
using Broadsheet.Topics;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles;

internal static class PreviewPlaces
{
    extension(Newspaper newspaper)
    {
        /// <summary>Where a content would stand if it were out, as far as its page shows it; what it names and is gone is left out.</summary>
        /// <param name="article">Untracked: it is shown and not kept.</param>
        internal async Task<ArticlePlaces> PreviewPlacesAsync(Article article, ArticleContent content, CancellationToken stop) => new(
            await newspaper.Sections.Where(row => row.PublicId == content.Section && row.EditionId == article.EditionId).Select(row => row.Id).FirstOrDefaultAsync(stop), article.Slug,
            await newspaper.TopicIdsAsync(content.Topics, stop), [], [], await newspaper.SeriesIdAsync(content.Series, article.EditionId, stop));
    }
}
