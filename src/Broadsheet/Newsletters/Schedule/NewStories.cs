using Broadsheet.Articles;
using Broadsheet.Newsletters.Issues;
using Broadsheet.Popularity;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Newsletters.Schedule;

/// <summary>What an issue that makes itself is filled with.</summary>
internal static class NewStories
{
    // Of more than these no mail is filled.
    private const int Most = 300;

    extension(Newspaper newspaper)
    {
        /// <summary>Stories by the rules that no issue had: published since the last one's were chosen, and at most a rhythm ago.</summary>
        internal async Task<IReadOnlyList<long>> NewStoriesAsync(Newsletter newsletter, NewsletterSchedule schedule, DateTimeOffset now, CancellationToken stop)
        {
            var longest = now - TimeSpan.FromDays(schedule.Rhythm == Rhythm.Weekly ? 8 : 2);
            var since = await newspaper.LastChosenAsync(newsletter.Id, stop) is { } last && last > longest ? last : longest;
            var (rules, sections, all) = (schedule.Rules, schedule.Rules.Sections.ToList(), schedule.Rules.Sections.Count == 0);
            var found = await newspaper.Articles.AsNoTracking().InEdition(newsletter.EditionId).Published(now)
                .Where(row => row.PublishedAt > since && row.Kind != ArticleKind.Sponsored && !row.IsHiddenFromSearchEngines && (all || row.Sections.Any(place => sections.Contains(place.SectionId))))
                .LatestFirst().Take(Most).Select(row => row.Id).ToListAsync(stop);
            if (rules.Filling == Filling.Newest) return [.. found.Take(rules.Most)];

            var reads = await newspaper.ReadsOfAsync(found, stop);
            return [.. found.OrderByDescending(id => reads[id]).Take(rules.Most)];
        }

        /// <summary>When the stories of the last issue that went out were chosen: by a person, until it went out; by themselves, when it was made.</summary>
        internal Task<DateTimeOffset?> LastChosenAsync(long newsletter, CancellationToken stop) => newspaper.Issues
            .Where(row => row.NewsletterId == newsletter && row.StartedAt != null).OrderByDescending(row => row.StartedAt)
            .Select(row => row.IsAutomatic ? (DateTimeOffset?)row.CreatedAt : row.StartedAt).FirstOrDefaultAsync(stop);
    }
}
