using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Webhooks.Desk;

/// <param name="Attempts">The newest first.</param>
public sealed record DeliveryView(WebhookReceiver Receiver, WebhookDelivery Delivery, IReadOnlyList<WebhookAttempt> Attempts, NewsroomClock Clock);

/// <summary>GET /newsroom/webhooks/0199…/deliveries/7: one message to one receiver, with every attempt and what was answered.</summary>
public static class ShowDelivery
{
    private const int Most = 100;

    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapGet("/webhooks/{id:guid}/deliveries/{delivery:long}", Get).Requires(Permission.RunMachine);

    internal static async Task<IResult> Get(Guid id, long delivery, Newspaper newspaper, CancellationToken stop)
    {
        if (await newspaper.WebhookAsync(id, stop) is not { } receiver
            || await newspaper.WebhookDeliveries.AsNoTracking().Include(row => row.Message).SingleOrDefaultAsync(row => row.Id == delivery && row.ReceiverId == receiver.Id, stop) is not { } found) return TypedResults.NotFound();
        return Page.Of<ShowDeliveryPage, DeliveryView>(new(receiver, found,
            await newspaper.WebhookAttempts.AsNoTracking().Where(row => row.DeliveryId == delivery).OrderByDescending(row => row.Id).Take(Most).ToListAsync(stop), await newspaper.ClockAsync(stop)));
    }
}
