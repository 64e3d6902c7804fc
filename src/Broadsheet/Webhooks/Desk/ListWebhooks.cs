using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Webhooks.Desk;

/// <param name="Waiting">Messages that have not arrived yet.</param>
/// <param name="Failed">Messages that were given up.</param>
public sealed record ListedWebhook(WebhookReceiver Receiver, int Waiting, int Failed);

public sealed record WebhookListView(IReadOnlyList<ListedWebhook> Receivers, NewsroomClock Clock);

/// <summary>GET /newsroom/webhooks: who outside is told of stories, and how each of them is doing.</summary>
public static class ListWebhooks
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapGet("/webhooks", Get).Requires(Permission.RunMachine);

    internal static async Task<IResult> Get(Newspaper newspaper, CancellationToken stop)
    {
        var receivers = await newspaper.WebhookReceivers.AsNoTracking().OrderBy(row => row.Id).ToListAsync(stop);
        var counts = await newspaper.WebhookDeliveries.Where(row => row.State != DeliveryState.Arrived && row.StoryId != 0).GroupBy(row => new { row.ReceiverId, row.State })
            .Select(same => new { same.Key.ReceiverId, same.Key.State, Count = same.Count() }).ToListAsync(stop);
        return Page.Of<ListWebhooksPage, WebhookListView>(new([.. receivers.Select(row => new ListedWebhook(row, Count(row, DeliveryState.Waiting), Count(row, DeliveryState.Failed)))], await newspaper.ClockAsync(stop)));

        int Count(WebhookReceiver receiver, DeliveryState state) => counts.Find(one => one.ReceiverId == receiver.Id && one.State == state)?.Count ?? 0;
    }
}
