using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Articles.Keys;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Today;

/// <summary>Stories behind which one person stands and a second is wanted: whoever may publish them could be that one.</summary>
internal sealed class KeysWanted(Newspaper newspaper, Publication publication) : ITodayLines
{
    private const int Most = 12;

    public async Task<IReadOnlyList<TodayLine>> ForAsync(Staff staff, CancellationToken stop)
    {
        if (!staff.May(Permission.PublishArticles)) return [];
        var keys = newspaper.ArticleKeys;
        var stories = await newspaper.Articles.AsNoTracking().VisibleTo(staff).Include(row => row.Draft)
            .Where(row => row.PublishedVersionId == null && row.ScheduledFor == null && keys.Any(key => key.ArticleId == row.Id))
            .OrderByDescending(row => row.Id).Take(Most).ToListAsync(stop);

        var lines = new List<TodayLine>();
        foreach (var story in stories)
        {
            // One key, and not hers: two want nobody, and one that a change cancelled is its giver's to give again.
            if (await publication.KeysToAsync(story, story.Draft.Content, stop) is not [var key] || key.By == staff.By) continue;
            if (await publication.DemandsTwoKeysAsync(story, story.Draft.Content, stop) && await newspaper.MayPublishAsync(story, staff, stop))
                lines.Add(new(story.WorkingHeadline, $"/newsroom/articles/{story.Id}/preview", Text.T("today.key"), key.At));
        }

        return lines;
    }
}
