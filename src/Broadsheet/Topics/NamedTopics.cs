using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Topics;

public static class NamedTopics
{
    extension(Newspaper newspaper)
    {
        /// <summary>The ids of the topics that a story's content names; where one was merged into another, that one's.</summary>
        /// <param name="named">Public ids. What is no topic any more is left out.</param>
        public async Task<List<long>> TopicIdsAsync(IReadOnlyList<Guid> named, CancellationToken stop) =>
            [.. (await newspaper.AllTopics.Where(row => named.Contains(row.PublicId)).Select(row => row.MergedIntoId ?? row.Id).ToListAsync(stop)).Distinct()];

        /// <summary>The topics of an edition that are called so, by name or by another name, each once.</summary>
        /// <param name="slugs">The names as <see cref="Slug.Of"/> spells them.</param>
        public async Task<List<Topic>> TopicsCalledAsync(long edition, IReadOnlyCollection<string> slugs, CancellationToken stop) =>
            await newspaper.Topics.Where(row => row.EditionId == edition && (slugs.Contains(row.Slug) || row.SynonymSlugs.Any(other => slugs.Contains(other)))).OrderBy(row => row.Id).ToListAsync(stop);
    }
}
