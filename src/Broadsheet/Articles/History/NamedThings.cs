using Broadsheet.Contributors;
using Broadsheet.Editions;
using Broadsheet.Sections;
using Broadsheet.Series;
using Broadsheet.Storage;
using Broadsheet.Topics;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles.History;

internal static class NamedThings
{
    extension(Newspaper newspaper)
    {
        /// <summary>What the things that these contents name are called now.</summary>
        public async Task<Dictionary<Guid, string>> NamesInAsync(Edition edition, CancellationToken stop, params IEnumerable<ArticleContent?> contents)
        {
            var ids = contents.OfType<ArticleContent>().SelectMany(ContentComparison.NamedIn).ToHashSet();
            var names = new Dictionary<Guid, string>();
            if (ids.Count == 0) return names;

            foreach (var row in await newspaper.Sections.AsNoTracking().Where(row => ids.Contains(row.PublicId)).Select(row => new { row.PublicId, row.Name }).ToListAsync(stop)) names[row.PublicId] = row.Name;
            foreach (var row in await newspaper.AllTopics.AsNoTracking().Where(row => ids.Contains(row.PublicId)).Select(row => new { row.PublicId, row.Name }).ToListAsync(stop)) names[row.PublicId] = row.Name;
            foreach (var row in await newspaper.StorySeries.AsNoTracking().Where(row => ids.Contains(row.PublicId)).Select(row => new { row.PublicId, row.Name }).ToListAsync(stop)) names[row.PublicId] = row.Name;
            foreach (var row in await newspaper.Articles.AsNoTracking().Where(row => ids.Contains(row.PublicId)).Select(row => new { row.PublicId, row.WorkingHeadline }).ToListAsync(stop)) names[row.PublicId] = row.WorkingHeadline;
            foreach (var row in await newspaper.Contributors.AsNoTracking().Where(row => ids.Contains(row.PublicId)).ToListAsync(stop)) names[row.PublicId] = row.PrintedName(edition.Code);
            return names;
        }
    }
}
