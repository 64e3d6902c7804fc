using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Storage.Outbox;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Jobs;

public sealed record StuckJobsView(IReadOnlyList<Job> Jobs, NewsroomClock Clock);

/// <summary>GET /newsroom/jobs: what the program tried ten times and then left, for whoever can mend the reason.</summary>
public static class ListStuckJobs
{
    // The reason is the same for most of them; the rest comes up as these are dealt with.
    private const int Most = 200;

    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapGet("/jobs", Get).Requires(Permission.RunMachine);

    internal static async Task<IResult> Get(Newspaper newspaper, CancellationToken stop) =>
        Page.Of<ListStuckJobsPage, StuckJobsView>(new(
            await newspaper.Set<Job>().GivenUp().AsNoTracking().OrderBy(job => job.DueAt).ThenBy(job => job.Id).Take(Most).ToListAsync(stop), await newspaper.ClockAsync(stop)));
}
