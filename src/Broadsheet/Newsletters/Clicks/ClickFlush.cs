using Broadsheet.Articles;
using Broadsheet.Machine;
using Broadsheet.Newsletters.Issues;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Newsletters.Clicks;

/// <summary>Writes the clicks that were counted: every five seconds, and once more when the program stops. A crash loses at most that.</summary>
public sealed class ClickFlush(ClickCounter counter, IServiceScopeFactory scopes, ILogger<ClickFlush> log) : Rounds("The counter of newsletters' clicks", TimeSpan.FromSeconds(5), log)
{
    protected override Task RoundAsync(CancellationToken stop) => FlushAsync(CancellationToken.None);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await FlushAsync(CancellationToken.None);
    }

    /// <summary>Writes all that was counted until now. What cannot be written is kept for the next time.</summary>
    public async Task FlushAsync(CancellationToken stop)
    {
        var clicks = counter.Clicks.Take();
        if (clicks.Count == 0) return;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await WriteAsync(clicks, scope.ServiceProvider.GetRequiredService<Newspaper>(), stop);
        }
        catch
        {
            counter.Clicks.Return(clicks);
            throw;
        }
    }

    // Anybody can send anything: what counts is a story that stands in an issue which went out, of a newsletter that counts.
    private static async Task WriteAsync(IReadOnlyDictionary<(long Issue, Guid Article), long> clicks, Newspaper newspaper, CancellationToken stop)
    {
        var (named, opened) = (clicks.Keys.Select(key => key.Issue).Distinct().ToList(), clicks.Keys.Select(key => key.Article).Distinct().ToList());
        var issues = await newspaper.Issues.Where(row => named.Contains(row.Id) && row.StartedAt != null && newspaper.Set<Newsletter>().Any(letter => letter.Id == row.NewsletterId && letter.CountsClicks))
            .Select(row => new { row.Id, row.Stories }).ToDictionaryAsync(row => row.Id, row => row.Stories, stop);
        var articles = await newspaper.Articles.Where(row => opened.Contains(row.PublicId)).ToDictionaryAsync(row => row.PublicId, row => row.Id, stop);
        await newspaper.WriteAsync(async () =>
        {
            foreach (var ((issue, publicId), count) in clicks)
            {
                if (!articles.TryGetValue(publicId, out var article) || !issues.TryGetValue(issue, out var stories) || !stories.Contains(article)) continue;
                // Adding is one statement that both databases know, so that two nodes can add to the same issue.
                await newspaper.Database.ExecuteSqlAsync(
                    $"INSERT INTO issue_clicks (issue_id, article_id, clicks) VALUES ({issue}, {article}, {count}) ON CONFLICT (issue_id, article_id) DO UPDATE SET clicks = issue_clicks.clicks + excluded.clicks", stop);
            }
        }, stop);
    }
}
