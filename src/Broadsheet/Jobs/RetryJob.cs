using Broadsheet.Accounts;
using Broadsheet.Storage;
using Broadsheet.Storage.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Jobs;

/// <summary>POST /newsroom/jobs/7/attempt: a job that gave up is due again now, with ten attempts before it.</summary>
public static class RetryJob
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/jobs/{id:long}/attempt", Post).Requires(Permission.RunMachine);

    internal static async Task<IResult> Post(long id, Newspaper newspaper, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        await newspaper.WriteAsync(async () =>
        {
            // Pressed twice, or on a page that is old: one that is no longer given up is left as it is.
            var again = newspaper.Set<Job>().GivenUp().Where(job => job.Id == id);
            if (await again.ExecuteUpdateAsync(set => set.SetProperty(job => job.Attempts, 0).SetProperty(job => job.DueAt, now), stop) == 0) return;
            newspaper.Audit(staff, "job-tried-again", $"job/{id}", null, now);
            await newspaper.SaveChangesAsync(stop);
        }, stop);
        return TypedResults.Redirect("/newsroom/jobs");
    }
}
