using System.Diagnostics;
using System.Globalization;
using System.Text;
using Broadsheet.Accounts;
using Broadsheet.Notices;
using Broadsheet.Outbound;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Webhooks.Sending;

/// <summary>
/// Sends one message to one receiver. Who sends it holds it for a while, so that of two nodes one sends; what was sent by a process that
/// died before it could note so is sent again under the same id, since no network can promise less.
/// </summary>
public sealed class WebhookSender(IServiceScopeFactory scopes, OutboundClient outside, TimeProvider clock)
{
    // Longer than an attempt can last.
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(2);

    private const int MostOfAnswer = 1024;

    /// <summary>Sends what a receiver has waited for longest.</summary>
    /// <returns>Whether it arrived. False, too, when nothing is due: there is no reason to go on at once.</returns>
    public async Task<bool> SendNextAsync(long receiver, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();
        var now = clock.GetUtcNow();
        if (await newspaper.WebhookReceivers.AsNoTracking().SingleOrDefaultAsync(row => row.Id == receiver, stop) is not { } to || !to.IsHeardAt(now)) return false;

        var next = await newspaper.WebhookDeliveries.AsNoTracking().Where(row => row.ReceiverId == receiver).Due(now).OrderBy(row => row.DueAt).ThenBy(row => row.Id).FirstOrDefaultAsync(stop);
        return next is not null && await SendAsync(newspaper, to, next, stop);
    }

    /// <summary>Sends this one now, whatever the receiver has done: somebody wants to see what happens.</summary>
    public async Task SendNowAsync(long delivery, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();
        if (await newspaper.WebhookDeliveries.AsNoTracking().SingleOrDefaultAsync(row => row.Id == delivery, stop) is not { } found) return;
        await SendAsync(newspaper, await newspaper.WebhookReceivers.AsNoTracking().SingleAsync(row => row.Id == found.ReceiverId, stop), found, stop);
    }

    private async Task<bool> SendAsync(Newspaper newspaper, WebhookReceiver to, WebhookDelivery delivery, CancellationToken stop)
    {
        var (now, attempt) = (clock.GetUtcNow(), delivery.Attempts + 1);
        DateTimeOffset? held = now + Hold;
        if (await newspaper.WriteAsync(() => newspaper.WebhookDeliveries
            .Where(row => row.Id == delivery.Id && row.State == DeliveryState.Waiting && row.Attempts == delivery.Attempts && (row.HeldUntil == null || row.HeldUntil <= now))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Attempts, attempt).SetProperty(row => row.HeldUntil, held), stop), stop) == 0) return true;

        var message = await newspaper.WebhookMessages.AsNoTracking().SingleAsync(row => row.Id == delivery.MessageId, stop);
        var outcome = await TellAsync(to, message, delivery.Id, now, stop);
        // What was sent is noted even as the program ends.
        await NoteAsync(newspaper, delivery.Id, attempt, outcome, CancellationToken.None);
        return outcome.Status is >= 200 and < 300;
    }

    private async Task<WebhookAttempt> TellAsync(WebhookReceiver to, WebhookMessage message, long delivery, DateTimeOffset now, CancellationToken stop)
    {
        using var letter = new StringContent(message.Body, Encoding.UTF8, "application/json");
        letter.Headers.Add("webhook-id", message.PublicId);
        letter.Headers.Add("webhook-timestamp", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        letter.Headers.Add("webhook-signature", WebhookSecret.Sign(to.SecretsAt(now), message.PublicId, now, message.Body));
        var watch = Stopwatch.StartNew();
        try
        {
            var answer = await outside.PostAndHearAsync(new Uri(to.Address), letter, "tells of stories", MostOfAnswer, stop);
            // PostgreSQL takes no NUL in a text.
            return new(delivery, now, (int)answer.Status, (int)watch.ElapsedMilliseconds, answer.Text.Replace('\0', '\uFFFD'), null);
        }
        catch (OutboundException silent)
        {
            var why = Text.T($"webhook.silent.{silent.Problem}", ("what", silent.Message));
            return new(delivery, now, null, (int)watch.ElapsedMilliseconds, "", why.Length <= 300 ? why : why[..300]);
        }
    }

    private Task NoteAsync(Newspaper newspaper, long id, int attempt, WebhookAttempt outcome, CancellationToken stop) => newspaper.WriteAsync(async () =>
    {
        newspaper.ChangeTracker.Clear();
        var now = clock.GetUtcNow();
        // Removed meanwhile, sent again by hand, or taken up by another who took us for dead: then it is theirs.
        if (await newspaper.WebhookDeliveries.SingleOrDefaultAsync(row => row.Id == id && row.Attempts == attempt && row.State == DeliveryState.Waiting, stop) is not { } delivery) return;
        var receiver = await newspaper.WebhookReceivers.SingleAsync(row => row.Id == delivery.ReceiverId, stop);
        newspaper.WebhookAttempts.Add(outcome);

        if (outcome.Status is >= 200 and < 300)
        {
            delivery.Arrived(now);
            if (!delivery.IsTest && receiver.Arrived(now)) await HurryAsync(newspaper, receiver.Id, now, stop);
        }
        else
        {
            delivery.NotArrived(now);
            if (!delivery.IsTest) await TellOfFailureAsync(newspaper, receiver, delivery, receiver.Failed(outcome.Status == StatusCodes.Status410Gone, now), now, stop);
        }
        await newspaper.SaveChangesAsync(stop);
    }, stop);

    // It was down and is back: what had to wait for its next attempt, hours perhaps, goes now.
    private static Task HurryAsync(Newspaper newspaper, long receiver, DateTimeOffset now, CancellationToken stop) =>
        newspaper.WebhookDeliveries.Where(row => row.ReceiverId == receiver && row.State == DeliveryState.Waiting && row.Failures > 0 && row.DueAt > now).ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, now), stop);

    private static async Task TellOfFailureAsync(Newspaper newspaper, WebhookReceiver receiver, WebhookDelivery delivery, bool isPaused, DateTimeOffset now, CancellationToken stop)
    {
        var isGivenUp = delivery.State == DeliveryState.Failed && !receiver.ToldOfGivingUp;
        if (!isPaused && !isGivenUp) return;
        if (isGivenUp) receiver.ToldOfGivingUp = true;
        var administrators = (await newspaper.StaffWhoMayAsync(Permission.RunMachine, stop)).Select(staff => staff.By);
        newspaper.Tell(isPaused ? WebhookNotices.Paused : WebhookNotices.GivenUp, administrators, (null, Text.T("webhooks.title")), receiver.Name, $"/newsroom/webhooks/{receiver.PublicId}", now);
    }
}
