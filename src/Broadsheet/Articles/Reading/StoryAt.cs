using Broadsheet.Editions;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles.Reading;

public static class StoriesByAddress
{
    extension(Newspaper newspaper)
    {
        /// <summary>The story that readers have at /section/slug of an edition, without its topics; null where none is out.</summary>
        public Task<Article?> StoryAtAsync(Edition edition, string section, string slug, DateTimeOffset now, CancellationToken stop) =>
            newspaper.StoriesAt(edition, section, slug).Published(now).ByRows("articles").FirstOrDefaultAsync(stop);

        /// <summary>What stands, or stood, at an address, whether or not it may be read.</summary>
        internal IQueryable<Article> StoriesAt(Edition edition, string section, string slug)
        {
            var (sectionName, name) = (section.Normalize(), slug.Normalize());
            return newspaper.Articles.AsNoTracking().Where(article => article.EditionId == edition.Id && article.Slug == name)
                .Join(newspaper.Sections.Where(row => row.EditionId == edition.Id && row.Slug == sectionName), article => article.SectionId, row => row.Id, (article, row) => article);
        }
    }
}
