using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.RedirectDesk;

/// <summary>Which of many addresses are stories or sections now: asked of the database, since making thousands of pages to see whether they are there takes too long.</summary>
public sealed class PagesThere(Newspaper newspaper, TimeProvider clock)
{
    /// <param name="paths">Decoded.</param>
    public async Task<IReadOnlySet<string>> AmongAsync(IEnumerable<string> paths, CancellationToken stop)
    {
        var asked = paths.ToHashSet(StringComparer.Ordinal);
        var editions = await newspaper.Editions.AsNoTracking().ToDictionaryAsync(row => row.Id, stop);
        var sections = await newspaper.Sections.AsNoTracking().ToDictionaryAsync(row => row.Id, stop);
        var there = sections.Values.Select(section => editions[section.EditionId].PathOf($"/{section.Slug}")).Concat(editions.Values.Select(edition => edition.Code.Length == 0 ? "/" : $"/{edition.Code}")).Where(asked.Contains).ToHashSet(StringComparer.Ordinal);
        var keys = sections.Keys.ToList();
        foreach (var slugs in asked.Select(path => path[(path.LastIndexOf('/') + 1)..]).Distinct().Chunk(500))
            foreach (var row in await newspaper.Articles.AsNoTracking().Published(clock.GetUtcNow()).Where(row => keys.Contains(row.SectionId!.Value) && slugs.Contains(row.Slug)).Select(row => new { row.SectionId, row.Slug }).ToListAsync(stop))
                there.Add(editions[sections[row.SectionId!.Value].EditionId].PathOf($"/{sections[row.SectionId!.Value].Slug}/{row.Slug}"));
        there.IntersectWith(asked);
        return there;
    }
}
