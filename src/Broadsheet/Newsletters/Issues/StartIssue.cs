using Broadsheet.Newsletters.Archive;
using Broadsheet.Storage;
using Broadsheet.Storage.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Newsletters.Issues;

/// <summary>That an issue is to go out.</summary>
/// <param name="Revision">Its revision when it was scheduled: called off and scheduled anew, the first job does nothing.</param>
public sealed record StartIssue(long Issue, long Revision);

/// <summary>Begins the sending: who subscribes at this moment is written down in the transaction that starts it.</summary>
public sealed class IssueStarter(Newspaper newspaper, IssueProofs proofs, TimeProvider clock) : IJob<StartIssue>
{
    public async Task RunAsync(StartIssue work, string key, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (await newspaper.Issues.SingleOrDefaultAsync(row => row.Id == work.Issue && row.Revision == work.Revision, stop) is not { State: IssueState.Scheduled } issue) return;
        var (newsletter, edition) = await newspaper.OfIssueAsync(issue, stop);
        if (await newspaper.WhyWaitAsync(issue.SendAt, edition.Id, now, stop) is { } reason)
        {
            await proofs.WaitAsync(issue, newsletter, reason, now, stop);
            await newspaper.SaveChangesAsync(stop);
            return;
        }
        issue.Start(now);
        // On the web from the first mail on, whose foot leads there.
        if (issue.Segment.IsAll) newspaper.ArchivedIssues.Add(new(issue, now));

        var subscriptions = await issue.Segment.Of(newsletter, edition, newspaper, now).OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(stop);
        newspaper.Deliveries.AddRange(subscriptions.Select(id => new Delivery(issue.Id, id, now)));
        await newspaper.SaveChangesAsync(stop);
    }
}
