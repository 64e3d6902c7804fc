using Broadsheet.Articles;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Popularity;

/// <summary>Writes the reads that were counted, and has what is popular ranked anew.</summary>
public sealed class ReadFlush(ReadCounter counter, IServiceScopeFactory scopes, PopularWatch popular, ILogger<ReadFlush> log) : TallyFlush<(Guid Article, int Hour)>(counter.Reads, "The counter of reads", Every, scopes, log)
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    private bool _reads;

    // Ranked also when nothing was written just now: the last change may have come too soon after the one before it.
    protected override async Task RoundAsync(CancellationToken stop)
    {
        await base.RoundAsync(stop);
        if (_reads && !stop.IsCancellationRequested) await popular.LookAsync(stop);
    }

    protected override async Task WriteAsync(IReadOnlyList<KeyValuePair<(Guid Article, int Hour), long>> counts, Newspaper newspaper, CancellationToken stop)
    {
        var named = counts.Select(read => read.Key.Article).Distinct().ToList();
        var known = await newspaper.Articles.Where(article => named.Contains(article.PublicId) && article.PublishedVersionId != null)
            .ToDictionaryAsync(article => article.PublicId, article => article.Id, stop);
        if (known.Count == 0) return;

        await newspaper.WriteAsync(async () =>
        {
            foreach (var (key, reads) in counts)
            {
                if (!known.TryGetValue(key.Article, out var article)) continue;
                // Adding is one statement that both databases know, so that two nodes can add to the same hour.
                await newspaper.Database.ExecuteSqlAsync($"INSERT INTO read_counts (article_id, hour, reads) VALUES ({article}, {key.Hour}, {reads}) ON CONFLICT (article_id, hour) DO UPDATE SET reads = read_counts.reads + excluded.reads", stop);
            }
        }, stop);
        _reads = true;
    }
}
