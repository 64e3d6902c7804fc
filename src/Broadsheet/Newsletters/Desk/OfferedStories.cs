using Broadsheet.Articles;
using Broadsheet.Newsletters.Schedule;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Newsletters.Desk;

public sealed record OfferedStory(long Id, string Headline, bool IsSponsored);

/// <summary>What an issue can carry.</summary>
internal static class OfferedStories
{
    private const int Most = 60;

    extension(Newspaper newspaper)
    {
        /// <summary>What was published since the last issue began to go out, the latest first, and what is chosen already, however old.</summary>
        /// <param name="issue">0: a new one.</param>
        internal async Task<IReadOnlyList<OfferedStory>> OfferedAsync(Newsletter newsletter, long issue, IReadOnlyList<long> chosen, DateTimeOffset now, CancellationToken stop)
        {
            var since = await newspaper.LastChosenAsync(newsletter.Id, stop) ?? DateTimeOffset.UnixEpoch;
            var published = newspaper.Articles.AsNoTracking().InEdition(newsletter.EditionId).Published(now);
            var latest = await published.Where(row => row.PublishedAt > since).LatestFirst().Take(Most).Select(row => new OfferedStory(row.Id, row.Headline, row.Kind == ArticleKind.Sponsored)).ToListAsync(stop);
            var others = chosen.Except(latest.Select(story => story.Id)).ToList();
            return [.. latest, .. await published.Where(row => others.Contains(row.Id)).LatestFirst().Select(row => new OfferedStory(row.Id, row.Headline, row.Kind == ArticleKind.Sponsored)).ToListAsync(stop)];
        }
    }
}
