using Broadsheet.Editions;
using Broadsheet.Mail;
using Broadsheet.Readers;
using Broadsheet.Storage;
using MailKit.Net.Smtp;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Newsletters.Issues;

/// <summary>
/// Sends one issue, batch after batch, over one connection. A batch is leased first and sent outside of any transaction; each mail is asked
/// about again before it is handed over, and noted right after, so that a crash repeats at most the one in flight.
/// </summary>
internal sealed class IssueRound(long id, Newspaper newspaper, Postman postman, IssueMails mails, LeavingLinks links, TimeProvider clock) : IDisposable
{
    private const int Batch = 20;
    private const int MostAttempts = 10;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private SmtpClient? _client;

    /// <summary>False when nothing of it is due.</summary>
    public async Task<bool> SendBatchAsync(CancellationToken stop)
    {
        var (claim, now) = (Guid.CreateVersion7(), clock.GetUtcNow());
        if (await ClaimAsync(claim, now, stop) == 0) return false;

        var mine = newspaper.Deliveries.Where(row => row.Claim == claim && row.State == DeliveryState.Waiting);
        try
        {
            foreach (var delivery in await mine.AsNoTracking().OrderBy(row => row.Id).ToListAsync(stop))
            {
                // Where the server is slow, what is left goes back before another may take it.
                if (clock.GetUtcNow() > now + Lease / 2 || !await SendAsync(delivery, mine.Where(row => row.Id == delivery.Id), stop)) break;
            }
        }
        finally
        {
            await newspaper.WriteAsync(() => mine.ExecuteUpdateAsync(set => set.SetProperty(row => row.Claim, (Guid?)null).SetProperty(row => row.LeasedUntil, (DateTimeOffset?)null), CancellationToken.None), CancellationToken.None);
        }
        return true;
    }

    public void Dispose() => _client?.Dispose();

    private Task<int> ClaimAsync(Guid claim, DateTimeOffset now, CancellationToken stop) => newspaper.WriteAsync(async () =>
    {
        if (!await newspaper.Issues.AnyAsync(row => row.Id == id && row.State == IssueState.Sending, stop)) return 0;
        var free = newspaper.Deliveries.Where(row => row.IssueId == id && row.State == DeliveryState.Waiting && row.DueAt <= now && (row.LeasedUntil == null || row.LeasedUntil < now));
        var ids = await free.OrderBy(row => row.DueAt).ThenBy(row => row.Id).Select(row => row.Id).Take(Batch).ToListAsync(stop);
        return await free.Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.Claim, claim).SetProperty(row => row.LeasedUntil, now + Lease), stop);
    }, stop);

    // False: it was paused.
    private async Task<bool> SendAsync(Delivery delivery, IQueryable<Delivery> row, CancellationToken stop)
    {
        var found = await (from subscription in newspaper.Subscriptions.AsNoTracking()
                           where subscription.Id == delivery.SubscriptionId
                           join reader in newspaper.Readers on subscription.ReaderId equals reader.Id
                           join newsletter in newspaper.Newsletters on subscription.NewsletterId equals newsletter.Id
                           join edition in newspaper.Editions on newsletter.EditionId equals edition.Id
                           select new { subscription, reader, newsletter, edition }).AsNoTracking().SingleOrDefaultAsync(stop);
        if (found is null) return true; // erased, and this row with her
        var issue = await newspaper.Issues.AsNoTracking().SingleAsync(one => one.Id == id, stop);
        if (issue.State != IssueState.Sending) return false;
        if (!found.subscription.IsActive || await newspaper.IsSuppressedAsync(ReaderAddress.Read(found.reader.Address)!, stop))
        {
            await EndAsync(row, DeliveryState.Left, null, stop);
            return true;
        }

        var mail = await mails.OfAsync(issue, found.newsletter, found.edition, stop);
        // All its stories are gone: nobody gets an empty mail.
        if (mail.Stories.Count == 0 && mail.Intro.Length == 0)
        {
            await EndAsync(row, DeliveryState.Left, null, stop);
            return true;
        }
        using var message = IssueMessage.Of(mail, found.newsletter, found.reader, delivery, links.Of(found.subscription, found.edition), postman.From, clock.GetUtcNow());
        if (_client is not { IsConnected: true })
        {
            _client?.Dispose();
            _client = await postman.ConnectAsync(stop);
        }
        try
        {
            await _client.SendAsync(message, stop);
        }
        catch (SmtpCommandException refused)
        {
            if ((int)refused.StatusCode >= 500 && refused.ErrorCode != SmtpErrorCode.SenderNotAccepted) await EndAsync(row, DeliveryState.Bounced, refused.Message, stop);
            else await PostponeAsync(delivery, row, refused.Message, stop);
            return true;
        }
        await EndAsync(row, DeliveryState.HandedOver, null, stop);
        return true;
    }

    // Said even when the program is being stopped: the server has it.
    private Task EndAsync(IQueryable<Delivery> row, DeliveryState state, string? problem, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        return newspaper.WriteAsync(() => row.ExecuteUpdateAsync(set => set.SetProperty(one => one.State, state).SetProperty(one => one.EndedAt, now).SetProperty(one => one.Problem, problem)
            .SetProperty(one => one.Attempts, one => one.Attempts + 1), state == DeliveryState.HandedOver ? CancellationToken.None : stop), CancellationToken.None);
    }

    private Task PostponeAsync(Delivery delivery, IQueryable<Delivery> row, string problem, CancellationToken stop)
    {
        if (delivery.Attempts + 1 >= MostAttempts) return EndAsync(row, DeliveryState.Bounced, problem, stop);
        var again = clock.GetUtcNow() + TimeSpan.FromSeconds(Math.Min(3600, 15 * Math.Pow(3, delivery.Attempts)));
        return newspaper.WriteAsync(() => row.ExecuteUpdateAsync(set => set.SetProperty(one => one.DueAt, again).SetProperty(one => one.Problem, problem).SetProperty(one => one.Attempts, delivery.Attempts + 1), stop), stop);
    }
}
