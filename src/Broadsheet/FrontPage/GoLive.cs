using Broadsheet.Storage;
using Broadsheet.Storage.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.FrontPage;

/// <summary>Gives readers a planned front page. After a time when the program was down, plans follow each other in the order of their times.</summary>
internal sealed class GoLive(Newspaper newspaper, TimeProvider clock) : IJob<PlanGoesLive>
{
    public async Task RunAsync(PlanGoesLive work, string key, CancellationToken stop)
    {
        if (await newspaper.PlannedFrontPages.SingleOrDefaultAsync(row => row.PublicId == work.Plan, stop) is not { } plan) return;
        if (plan.GoesLiveAt.ToUnixTimeMilliseconds() != work.At.ToUnixTimeMilliseconds()) return;

        var page = await newspaper.FrontPageOfAsync(plan.EditionId, stop);
        newspaper.FrontPageVersions.Add(page.Show(plan.Layout, new(plan.Who, plan.By, FrontPageCause.Planned), clock.GetUtcNow()));
        newspaper.PlannedFrontPages.Remove(plan);
        await newspaper.SaveChangesAsync(stop);
    }
}
