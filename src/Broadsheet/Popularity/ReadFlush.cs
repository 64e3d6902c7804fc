using Broadsheet.Articles;
using Broadsheet.Machine;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Popularity;

/// <summary>Writes what was counted: every two seconds, and once more when the program stops. A crash loses at most that.</summary>
public sealed partial class ReadFlush(ReadCounter counter, IServiceScopeFactory scopes, PopularWatch popular, ILogger<ReadFlush> log) : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    // The write lane is let go between the groups, so that a publication waits for milliseconds at most.
    private const int Group = 500;

    private bool _reads;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await OffTheSocket.Now();
        while (!stoppingToken.IsCancellationRequested)
        {
            await OffTheSocket.RestAsync(Every, stoppingToken);
            await FlushAsync(CancellationToken.None);
            await RankAsync(stoppingToken);
        }
    }

    // Also when nothing was written just now: the last change may have come too soon after the one before it.
    private async Task RankAsync(CancellationToken stop)
    {
        if (!_reads || stop.IsCancellationRequested) return;
        try
        {
            await popular.LookAsync(stop);
        }
        catch (Exception problem) when (!stop.IsCancellationRequested)
        {
            NotRanked(problem);
        }
    }

    /// <summary>Writes all that was counted until now. What cannot be written is kept for the next time.</summary>
    public async Task FlushAsync(CancellationToken stop)
    {
        foreach (var group in counter.Reads.Take().Chunk(Group))
        {
            try
            {
                await WriteAsync(group, stop);
                _reads = true;
            }
            catch (Exception problem)
            {
                counter.Reads.Return(group);
                NotWritten(problem, group.Length);
            }
        }
    }

    private async Task WriteAsync(KeyValuePair<(Guid Article, int Hour), long>[] group, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();
        var named = group.Select(read => read.Key.Article).Distinct().ToList();
        var known = await newspaper.Articles.Where(article => named.Contains(article.PublicId) && article.PublishedVersionId != null)
            .ToDictionaryAsync(article => article.PublicId, article => article.Id, stop);
        if (known.Count == 0) return;

        await newspaper.WriteAsync(async () =>
        {
            foreach (var (key, reads) in group)
            {
                if (!known.TryGetValue(key.Article, out var article)) continue;
                // Adding is one statement that both databases know, so that two nodes can add to the same hour.
                await newspaper.Database.ExecuteSqlAsync($"INSERT INTO read_counts (article_id, hour, reads) VALUES ({article}, {key.Hour}, {reads}) ON CONFLICT (article_id, hour) DO UPDATE SET reads = read_counts.reads + excluded.reads", stop);
            }
        }, stop);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What is popular could not be ranked; it is tried again")]
    private partial void NotRanked(Exception problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reads of {Stories} stories could not be written; they are tried again")]
    private partial void NotWritten(Exception problem, int stories);
}
