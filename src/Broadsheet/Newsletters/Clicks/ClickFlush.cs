using Broadsheet.Articles;
using Broadsheet.Newsletters.Issues;
using Broadsheet.Popularity;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Newsletters.Clicks;

/// <summary>Writes the clicks that were counted.</summary>
public sealed class ClickFlush(ClickCounter counter, IServiceScopeFactory scopes, ILogger<ClickFlush> log) : TallyFlush<(long Issue, Guid Article)>(counter.Clicks, "The counter of newsletters' clicks", TimeSpan.FromSeconds(5), scopes, log)
{
    // What counts is a story that stands in an issue which went out, of a newsletter that counts.
    protected override async Task WriteAsync(IReadOnlyList<KeyValuePair<(long Issue, Guid Article), long>> counts, Newspaper newspaper, CancellationToken stop)
    {
        var (named, opened) = (counts.Select(click => click.Key.Issue).Distinct().ToList(), counts.Select(click => click.Key.Article).Distinct().ToList());
        var issues = await newspaper.Issues.Where(row => named.Contains(row.Id) && row.StartedAt != null && newspaper.Set<Newsletter>().Any(letter => letter.Id == row.NewsletterId && letter.CountsClicks))
            .Select(row => new { row.Id, row.Stories }).ToDictionaryAsync(row => row.Id, row => row.Stories, stop);
        var articles = await newspaper.Articles.Where(row => opened.Contains(row.PublicId)).ToDictionaryAsync(row => row.PublicId, row => row.Id, stop);
        await newspaper.WriteAsync(async () =>
        {
            foreach (var ((issue, publicId), count) in counts)
            {
                if (!articles.TryGetValue(publicId, out var article) || !issues.TryGetValue(issue, out var stories) || !stories.Contains(article)) continue;
                // Adding is one statement that both databases know, so that two nodes can add to the same issue.
                await newspaper.Database.ExecuteSqlAsync(
                    $"INSERT INTO issue_clicks (issue_id, article_id, clicks) VALUES ({issue}, {article}, {count}) ON CONFLICT (issue_id, article_id) DO UPDATE SET clicks = issue_clicks.clicks + excluded.clicks", stop);
            }
        }, stop);
    }
}
