using System.Text.Json;
using Broadsheet.Machine;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Storage.Outbox;

/// <summary>
/// Runs due jobs in due order. A job's effect and the note that it is done are one transaction: a process that is killed
/// leaves the job as it was, to be run at once by whoever comes next. Any number of nodes may run one each; there is no leader.
/// It looks once a second, so that a scheduled story is out within promise 5 without any traffic.
/// </summary>
public sealed partial class JobWorker(IServiceScopeFactory scopes, Listeners listeners, MachineSettings machine, TimeProvider clock, ILogger<JobWorker> log) : AfterStart
{
    public const int MostAttempts = 10;

    /// <summary>How long a done job is kept: long enough to see what happened last week.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);
    private DateTimeOffset _clearedAt;

    protected override async Task WorkAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                while (await RunNextAsync(stop)) { }
                await ClearAsync(stop);
            }
            catch (Exception) when (stop.IsCancellationRequested)
            {
                // What the worker stands on may be gone before it. The job under way is not done, so it is run again.
                return;
            }
            catch (Exception problem)
            {
                WorkerStumbled(problem);
            }
            await OffTheSocket.RestAsync(Rest, stop);
        }
    }

    /// <summary>Runs the job that is due first. False when none is due.</summary>
    public async Task<bool> RunNextAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();
        var now = clock.GetUtcNow();

        // Asked without the write lane first: an idle paper takes no lock every second.
        if (!await newspaper.Set<Job>().Due(now).AnyAsync(stop)) return false;

        Job? claimed = null;
        try
        {
            await newspaper.WriteAsync(async () =>
            {
                claimed = await ClaimAsync(newspaper, now, stop);
                if (claimed is not null) await RunAsync(claimed, scope.ServiceProvider, stop);
            }, stop);
        }
        catch (Exception failure) when (claimed is not null && !stop.IsCancellationRequested)
        {
            JobFailed(failure, claimed.Id, claimed.Kind);
            await PostponeAsync(claimed, failure.Message, stop);
        }
        return claimed is not null;
    }

    // Marked done before it is run, in the transaction that runs it. Another node that wants it waits here for the row, and finds it gone.
    private static async Task<Job?> ClaimAsync(Newspaper newspaper, DateTimeOffset now, CancellationToken stop)
    {
        while (await newspaper.Set<Job>().Due(now).FirstOrDefaultAsync(stop) is { } job)
        {
            var mine = newspaper.Set<Job>().Where(row => row.Id == job.Id && row.DoneAt == null && row.Attempts == job.Attempts);
            if (await mine.ExecuteUpdateAsync(set => set.SetProperty(row => row.DoneAt, now).SetProperty(row => row.Attempts, job.Attempts + 1).SetProperty(row => row.Problem, (string?)null), stop) == 1) return job;
        }
        return null;
    }

    private async Task RunAsync(Job job, IServiceProvider services, CancellationToken stop)
    {
        var registration = listeners.Named(job.Kind) ?? throw new InvalidOperationException($"Nothing here runs jobs named {job.Kind}.");
        // Also what a copied paper had still to send: there it is done by doing nothing.
        if (registration.ReachesOutside && !machine.MayReachOutside) return;
        var work = JsonSerializer.Deserialize(job.Payload, registration.Work, Json.Compact);

        var run = typeof(IJob<>).MakeGenericType(registration.Work).GetMethod(nameof(IJob<>.RunAsync))!;
        await (Task)run.Invoke(services.GetRequiredService(registration.Runner), [work, job.Key, stop])!;
    }

    // What it had begun is undone; the failure is noted by itself.
    private async Task PostponeAsync(Job job, string problem, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();

        // 2, 4, 8 … seconds, at most 10 minutes: a mail server's pause, not a reader's patience, sets the pace.
        var again = clock.GetUtcNow() + TimeSpan.FromSeconds(Math.Min(600, Math.Pow(2, job.Attempts + 1)));
        await newspaper.WriteAsync(() => newspaper.Set<Job>().Where(row => row.Id == job.Id && row.Attempts == job.Attempts && row.DoneAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Attempts, job.Attempts + 1).SetProperty(row => row.Problem, problem).SetProperty(row => row.DueAt, again), stop), stop);
    }

    private async Task ClearAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (now - _clearedAt < TimeSpan.FromHours(1)) return;

        await using var scope = scopes.CreateAsyncScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();
        var oldest = now - Kept;
        await newspaper.WriteAsync(() => newspaper.Set<Job>().Where(row => row.DoneAt < oldest).ExecuteDeleteAsync(stop), stop);
        _clearedAt = now;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Id} ({Kind}) failed")]
    private partial void JobFailed(Exception problem, long id, string kind);

    [LoggerMessage(Level = LogLevel.Error, Message = "The worker of jobs stumbled; it goes on in a second")]
    private partial void WorkerStumbled(Exception problem);
}

internal static class DueJobs
{
    extension(IQueryable<Job> jobs)
    {
        public IQueryable<Job> Due(DateTimeOffset now) => jobs.AsNoTracking()
            .Where(job => job.DoneAt == null && job.DueAt <= now && job.Attempts < JobWorker.MostAttempts)
            .OrderBy(job => job.DueAt).ThenBy(job => job.Id);

        /// <summary>Those that nobody tries any more.</summary>
        public IQueryable<Job> GivenUp() => jobs.Where(job => job.DoneAt == null && job.Attempts >= JobWorker.MostAttempts);
    }
}
