using Broadsheet.Editions;
using Broadsheet.Machine;
using Broadsheet.Newsletters.Issues;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Newsletters.Schedule;

/// <summary>
/// Makes the issues of newsletters that go out by themselves, half an hour before their hour, and shows them to the desk. One with nothing new is
/// left out; one whose hour is long past is made, and waits for a person.
/// </summary>
public sealed partial class IssuePlanner(IServiceScopeFactory scopes, MachineSettings machine, TimeProvider clock, ILogger<IssuePlanner> log)
    : Rounds("The planner of newsletters", TimeSpan.FromSeconds(15), log)
{
    // Whoever is shown a proof late has still a little time to hold it.
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(10);

    protected override bool IsOn => machine.Mail.IsOn && machine.MayReachOutside;

    protected override Task RoundAsync(CancellationToken stop) => PlanDueAsync(stop);

    /// <summary>Makes every issue that is due to be shown.</summary>
    public async Task PlanDueAsync(CancellationToken stop)
    {
        List<long> due;
        var soon = clock.GetUtcNow() + NewsletterSchedule.ProofBefore;
        await using (var look = scopes.CreateAsyncScope())
            due = await look.ServiceProvider.GetRequiredService<Newspaper>().NewsletterSchedules.Where(row => row.NextAt <= soon).OrderBy(row => row.NextAt).Select(row => row.Id).ToListAsync(stop);
        foreach (var id in due)
        {
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                await PlanAsync(id, scope.ServiceProvider.GetRequiredService<Newspaper>(), scope.ServiceProvider.GetRequiredService<IssueProofs>(), stop);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Another node made it, or somebody changed the schedule: the next round sees what there is to do.
            }
        }
    }

    private Task PlanAsync(long id, Newspaper newspaper, IssueProofs proofs, CancellationToken stop) => newspaper.WriteAsync(async () =>
    {
        var now = clock.GetUtcNow();
        var soon = now + NewsletterSchedule.ProofBefore;
        if (await newspaper.NewsletterSchedules.SingleOrDefaultAsync(row => row.Id == id && row.NextAt <= soon, stop) is not { NextAt: { } at } schedule) return;
        var newsletter = await newspaper.Newsletters.AsNoTracking().SingleAsync(row => row.Id == schedule.NewsletterId, stop);
        var edition = await newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == newsletter.EditionId, stop);
        schedule.GoOn(edition, now);
        await newspaper.SaveChangesAsync(stop);

        var stories = await newspaper.NewStoriesAsync(newsletter, schedule, now, stop);
        if (stories.Count == 0)
        {
            NothingNew(newsletter.Id);
            return;
        }
        var issue = Issue.Automatic(newsletter.Id, stories, now);
        newspaper.Issues.Add(issue);
        await newspaper.SaveChangesAsync(stop);

        if (await newspaper.WhyWaitAsync(at, edition.Id, now, stop) is { } reason) await proofs.WaitAsync(issue, newsletter, reason, now, stop);
        else
        {
            var sends = at - now >= Shortest ? at : now + Shortest;
            issue.Schedule(sends);
            newspaper.Enqueue(new StartIssue(issue.Id, issue.Revision), sends, $"issue/{issue.PublicId:N}/{issue.Revision}");
            await proofs.ShowAsync(issue, newsletter, edition, now, stop);
        }
        await newspaper.SaveChangesAsync(stop);
    }, stop);

    [LoggerMessage(Level = LogLevel.Information, Message = "Newsletter {Id} has nothing new: its issue is left out")]
    private partial void NothingNew(long id);
}
