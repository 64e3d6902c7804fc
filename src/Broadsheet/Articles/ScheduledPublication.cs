using Broadsheet.Storage;
using Broadsheet.Storage.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles;

/// <summary>An article is to go out at a time. A schedule changed meanwhile makes this job do nothing.</summary>
public sealed record ScheduledPublication(long Article, long Version, DateTimeOffset At);

internal sealed class PublishScheduled(Newspaper newspaper, Publication publication) : IJob<ScheduledPublication>
{
    public async Task RunAsync(ScheduledPublication work, string key, CancellationToken stop)
    {
        var article = await newspaper.Articles.ForActs().SingleAsync(row => row.Id == work.Article, stop);
        if (article.ScheduledVersionId != work.Version || article.ScheduledFor?.ToUnixTimeMilliseconds() != work.At.ToUnixTimeMilliseconds()) return;

        await publication.PublishScheduledAsync(article, stop);
    }
}
