using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Storage.Outbox;

/// <summary>
/// Claims due jobs in due order and runs them. Any number of nodes may run one each; there is no leader.
/// It looks once a second, so that a scheduled story is out within promise 5 without any traffic.
/// </summary>
public sealed partial class JobWorker(IServiceScopeFactory scopes, Listeners listeners, TimeProvider clock, ILogger<JobWorker> log) : BackgroundService
{
    public const int MostAttempts = 10;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await RunNextAsync(stoppingToken)) { }
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                // What the worker stands on may be gone before it. The job under way is not done, so it is run again.
                return;
            }
            catch (Exception problem)
            {
                WorkerStumbled(problem);
            }
            await Task.Delay(Rest, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Claims and runs the job that is due first. False when none is due.</summary>
    public async Task<bool> RunNextAsync(CancellationToken stop)
    {
        if (await ClaimAsync(stop) is not { } job) return false;

        string? problem = null;
        try
        {
            await RunAsync(job, stop);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            JobFailed(failure, job.Id, job.Kind);
            problem = failure.Message;
        }
        await FinishAsync(job, problem, stop);
        return true;
    }

    private async Task<Job?> ClaimAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();
        var now = clock.GetUtcNow();

        // Asked without the write lane first: an idle paper takes no lock every second.
        if (!await Due(newspaper, now).AnyAsync(stop)) return null;

        return await newspaper.WriteAsync(async () =>
        {
            if (await Due(newspaper, now).FirstOrDefaultAsync(stop) is not { } job) return null;
            var fence = job.Fence;
            var claimed = await newspaper.Set<Job>().Where(row => row.Id == job.Id && row.Fence == fence)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Fence, fence + 1)
                    .SetProperty(row => row.Attempts, job.Attempts + 1)
                    .SetProperty(row => row.LeasedUntil, now + Lease), stop);
            if (claimed == 0) return null;
            job.Fence = fence + 1;
            job.Attempts++;
            return job;
        }, stop);
    }

    private static IQueryable<Job> Due(Newspaper newspaper, DateTimeOffset now) => newspaper.Set<Job>().AsNoTracking()
        .Where(job => job.DoneAt == null && job.DueAt <= now && job.Attempts < MostAttempts && (job.LeasedUntil == null || job.LeasedUntil <= now))
        .OrderBy(job => job.DueAt).ThenBy(job => job.Id);

    private async Task RunAsync(Job job, CancellationToken stop)
    {
        var registration = listeners.Named(job.Kind) ?? throw new InvalidOperationException($"Nothing here runs jobs named {job.Kind}.");
        var work = JsonSerializer.Deserialize(job.Payload, registration.Work, Json.Compact);

        await using var scope = scopes.CreateAsyncScope();
        var runner = scope.ServiceProvider.GetRequiredService(registration.Runner);
        var run = typeof(IJob<>).MakeGenericType(registration.Work).GetMethod(nameof(IJob<>.RunAsync))!;
        await (Task)run.Invoke(runner, [work, job.Key, stop])!;
    }

    private async Task FinishAsync(Job job, string? problem, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();
        var now = clock.GetUtcNow();
        var mine = newspaper.Set<Job>().Where(row => row.Id == job.Id && row.Fence == job.Fence);

        // 2, 4, 8 … seconds, at most 10 minutes: a mail server's pause, not a reader's patience, sets the pace.
        var again = now + TimeSpan.FromSeconds(Math.Min(600, Math.Pow(2, job.Attempts)));
        await newspaper.WriteAsync(() => problem is null
            ? mine.ExecuteUpdateAsync(set => set.SetProperty(row => row.DoneAt, now).SetProperty(row => row.Problem, (string?)null), stop)
            : mine.ExecuteUpdateAsync(set => set.SetProperty(row => row.Problem, problem).SetProperty(row => row.DueAt, again).SetProperty(row => row.LeasedUntil, (DateTimeOffset?)null), stop), stop);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Id} ({Kind}) failed")]
    private partial void JobFailed(Exception problem, long id, string kind);

    [LoggerMessage(Level = LogLevel.Error, Message = "The worker of jobs stumbled; it goes on in a second")]
    private partial void WorkerStumbled(Exception problem);
}
