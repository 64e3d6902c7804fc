using Broadsheet.Articles;
using Broadsheet.CopyDesk.House;
using Broadsheet.CopyDesk.Links;
using Broadsheet.CopyDesk.Stories;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.CopyDesk.Archive;

/// <summary>Reads published stories part by part, each as it stands and on the day it went out.</summary>
public sealed class ArchiveReading(Newspaper newspaper, OutsideLinks outside)
{
    /// <summary>The next stories by id, with what the desk would ask and nobody said to ignore. Fewer than asked for: it was the last part.</summary>
    public async Task<IReadOnlyList<(Article Article, IReadOnlyList<Finding> Findings)>> NextAsync(long after, int most, CancellationToken stop)
    {
        var articles = await newspaper.Articles.AsNoTracking().Where(row => row.Id > after && row.PublishedVersionId != null && row.Withdrawal == null).OrderBy(row => row.Id).Take(most).ToListAsync(stop);
        var (ids, versionIds) = (articles.Select(row => row.Id).ToList(), articles.Select(row => row.PublishedVersionId!.Value).ToList());
        var versions = await newspaper.ArticleVersions.AsNoTracking().Where(row => versionIds.Contains(row.Id)).ToDictionaryAsync(row => row.ArticleId, stop);
        var notes = (await newspaper.CopyNotes.AsNoTracking().Where(row => ids.Contains(row.ArticleId) && row.IgnoredAt != null).ToListAsync(stop)).ToLookup(row => row.ArticleId);
        var editions = await newspaper.Editions.AsNoTracking().ToDictionaryAsync(row => row.Id, stop);
        var house = await newspaper.HouseStyleAsync(stop);

        var read = new List<(Article, IReadOnlyList<Finding>)>();
        foreach (var article in articles)
        {
            IReadOnlyList<Finding> found = [];
            // Content that the law destroyed has nothing to ask about.
            if (versions.GetValueOrDefault(article.Id) is { ContentJson: not null } version)
            {
                var edition = editions[article.EditionId];
                var day = edition.DayOf(article.PublishedAt ?? article.CreatedAt);
                var copy = await StoryCopy.ReadAsync(article, version.Content, edition, house, day, newspaper, stop);
                await outside.NoteAsync(copy, stop);
                found = StoryDesk.Heeded(CheckCopy.Run(copy with { DeadLinks = await outside.DeadAsync(copy, stop) }), [.. notes[article.Id]]);
            }

            read.Add((article, found));
        }

        return read;
    }

    public Task<int> CountAsync(CancellationToken stop) => newspaper.Articles.CountAsync(row => row.PublishedVersionId != null && row.Withdrawal == null, stop);
}
