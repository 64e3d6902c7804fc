using System.Text.Json;
using Broadsheet.Accounts;
using Broadsheet.Storage;
using Broadsheet.Webhooks.Sending;

namespace Broadsheet.Webhooks.Desk;

/// <summary>POST /newsroom/webhooks/0199…/test: sends a message of no story at once, also to a receiver that is off, and shows what was answered.</summary>
public static class TestWebhook
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/webhooks/{id:guid}/test", Post).Requires(Permission.RunMachine);

    internal static async Task<IResult> Post(Guid id, Newspaper newspaper, WebhookSender sender, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.WebhookAsync(id, stop) is not { } receiver) return TypedResults.NotFound();

        var now = clock.GetUtcNow();
        var message = new WebhookMessage(WebhookEvents.Test, 0, now);
        message.Body = JsonSerializer.Serialize(new WebhookBody(message.PublicId, message.Type, WebhookBody.Time(now), null), Json.Compact);
        var delivery = new WebhookDelivery(receiver.Id, message, now);
        // The round would take it up, too; what is looked at is sent here.
        delivery.DueAt = now.AddMinutes(5);
        newspaper.AddRange(message, delivery);
        newspaper.Audit(staff, "webhook-tested", EditWebhook.Which(receiver), receiver.Name, now);
        await newspaper.SaveChangesAsync(stop);
        await sender.SendNowAsync(delivery.Id, stop);
        return TypedResults.Redirect($"{EditWebhook.PathOf(receiver)}/deliveries/{delivery.Id}");
    }
}
