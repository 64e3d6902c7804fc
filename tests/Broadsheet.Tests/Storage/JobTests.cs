using Broadsheet.Articles;
using Broadsheet.Storage.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Broadsheet.Tests.Storage;

/// <summary>The outbox: an effect and its mark are one transaction, whoever dies or fails between.</summary>
public sealed class JobTests
{
    [Theory, OnBoth]
    public async Task Of_many_workers_at_once_one_runs_a_job(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var article = await ScheduleAsync(newsroom);
        var workers = Enumerable.Range(0, 6).Select(_ => ActivatorUtilities.CreateInstance<JobWorker>(newsroom.App.Services)).ToList();

        newsroom.Clock.Advance(TimeSpan.FromMinutes(2));
        await Task.WhenAll(workers.Select(async worker => { while (await worker.RunNextAsync(TestContext.Current.CancellationToken)) { } }));

        Assert.NotNull((await newsroom.ReloadAsync(article)).PublishedVersionId);
        var job = await newsroom.AskAsync(newspaper => newspaper.Set<Job>().SingleAsync(row => row.Kind == nameof(ScheduledPublication)));
        Assert.Equal((1, true), (job.Attempts, job.DoneAt is not null));
    }

    [Theory, OnBoth]
    public async Task One_that_fails_leaves_nothing_behind_and_is_tried_again_later(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var worker = newsroom.App.Services.GetServices<IHostedService>().OfType<JobWorker>().Single();
        await worker.StopAsync(default);
        await newsroom.AskAsync(async newspaper => { newspaper.Enqueue(new ScheduledPublication(999_999, 1, newsroom.Clock.GetUtcNow()), newsroom.Clock.GetUtcNow()); return await newspaper.SaveChangesAsync(); });

        var tried = 0;
        for (; await worker.RunNextAsync(TestContext.Current.CancellationToken); tried++) newsroom.Clock.Advance(TimeSpan.FromMinutes(11));

        var job = await newsroom.AskAsync(newspaper => newspaper.Set<Job>().SingleAsync(row => row.Kind == nameof(ScheduledPublication)));
        Assert.Equal((JobWorker.MostAttempts, JobWorker.MostAttempts), (tried, job.Attempts));
        Assert.Null(job.DoneAt);
        Assert.NotEmpty(job.Problem!);
    }

    private static async Task<Article> ScheduleAsync(Newsroom newsroom)
    {
        foreach (var worker in newsroom.App.Services.GetServices<IHostedService>().OfType<JobWorker>()) await worker.StopAsync(default);
        var article = await newsroom.DraftAsync("Out at noon");
        return await newsroom.ActAsync(article, (publication, found) => publication.ScheduleAsync(found, newsroom.Clock.GetUtcNow() + TimeSpan.FromMinutes(1), 0));
    }
}
