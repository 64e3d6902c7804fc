using Broadsheet.Accounts;
using Broadsheet.Storage;
using Broadsheet.Storage.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Jobs;

/// <summary>POST /newsroom/jobs/7/removal: a job that gave up is not to be done any more.</summary>
public static class DropJob
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/jobs/{id:long}/removal", Post).Requires(Permission.RunMachine);

    internal static async Task<IResult> Post(long id, Newspaper newspaper, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        await newspaper.WriteAsync(async () =>
        {
            var kind = await newspaper.Set<Job>().GivenUp().Where(job => job.Id == id).Select(job => job.Kind).SingleOrDefaultAsync(stop);
            // Another administrator may have it tried again since this page was drawn: then it is not dropped.
            if (kind is null || await newspaper.Set<Job>().GivenUp().Where(job => job.Id == id).ExecuteDeleteAsync(stop) == 0) return;
            newspaper.Audit(staff, "job-dropped", $"job/{id}", kind, clock.GetUtcNow());
            await newspaper.SaveChangesAsync(stop);
        }, stop);
        return TypedResults.Redirect("/newsroom/jobs");
    }
}
