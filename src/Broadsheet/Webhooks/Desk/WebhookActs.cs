using Broadsheet.Accounts;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Webhooks.Desk;

/// <summary>POST /newsroom/webhooks/0199…/secret, …/resumption, …/removal, …/replay, …/deliveries/7/replay.</summary>
public static class WebhookActs
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapPost("/webhooks/{id:guid}/secret", Rotate).Requires(Permission.RunMachine);
        newsroom.MapPost("/webhooks/{id:guid}/resumption", Resume).Requires(Permission.RunMachine);
        newsroom.MapPost("/webhooks/{id:guid}/removal", Remove).Requires(Permission.RunMachine);
        newsroom.MapPost("/webhooks/{id:guid}/replay", ReplayFailed).Requires(Permission.RunMachine);
        newsroom.MapPost("/webhooks/{id:guid}/deliveries/{delivery:long}/replay", Replay).Requires(Permission.RunMachine);
    }

    /// <summary>Another secret, shown once. The one before it goes on signing beside it for a day.</summary>
    internal static Task<IResult> Rotate(Guid id, Newspaper newspaper, Staff staff, TimeProvider clock, CancellationToken stop) => ActAsync(id, "webhook-secret-changed", newspaper, staff, clock, (receiver, now) =>
    {
        receiver.Rotate(now);
        return Task.FromResult<IResult>(Page.Of<ShownOncePage, ShownOnceView>(new("webhook", [receiver.Secret], EditWebhook.PathOf(receiver))));
    }, stop);

    internal static Task<IResult> Resume(Guid id, Newspaper newspaper, Staff staff, TimeProvider clock, CancellationToken stop) => ActAsync(id, "webhook-resumed", newspaper, staff, clock, async (receiver, now) =>
    {
        receiver.Resume();
        await newspaper.ReplayWaitingAsync(receiver, now, stop);
        return TypedResults.Redirect(EditWebhook.PathOf(receiver));
    }, stop);

    internal static Task<IResult> Remove(Guid id, Newspaper newspaper, Staff staff, TimeProvider clock, CancellationToken stop) => ActAsync(id, "webhook-removed", newspaper, staff, clock, (receiver, _) =>
    {
        newspaper.WebhookReceivers.Remove(receiver);
        return Task.FromResult<IResult>(TypedResults.Redirect("/newsroom/webhooks"));
    }, stop);

    internal static Task<IResult> ReplayFailed(Guid id, Newspaper newspaper, Staff staff, TimeProvider clock, CancellationToken stop) => ActAsync(id, "webhook-replayed", newspaper, staff, clock, async (receiver, now) =>
    {
        await newspaper.WebhookDeliveries.Where(row => row.ReceiverId == receiver.Id && row.State == DeliveryState.Failed && row.StoryId != 0).ReplayAsync(now, stop);
        return TypedResults.Redirect(EditWebhook.PathOf(receiver));
    }, stop);

    internal static Task<IResult> Replay(Guid id, long delivery, Newspaper newspaper, Staff staff, TimeProvider clock, CancellationToken stop) => ActAsync(id, "webhook-replayed", newspaper, staff, clock, async (receiver, now) =>
    {
        if (await newspaper.WebhookDeliveries.SingleOrDefaultAsync(row => row.Id == delivery && row.ReceiverId == receiver.Id && row.StoryId != 0, stop) is not { } found) return TypedResults.NotFound();
        found.Replay(now);
        return TypedResults.Redirect($"{EditWebhook.PathOf(receiver)}/deliveries/{delivery}");
    }, stop);

    private static Task<IResult> ActAsync(Guid id, string act, Newspaper newspaper, Staff staff, TimeProvider clock, Func<WebhookReceiver, DateTimeOffset, Task<IResult>> change, CancellationToken stop) => newspaper.WriteAsync(async () =>
    {
        await newspaper.WebhookReceivers.TakeTurnAsync(id, stop);
        if (await newspaper.WebhookAsync(id, stop) is not { } receiver) return TypedResults.NotFound();

        var now = clock.GetUtcNow();
        var answer = await change(receiver, now);
        newspaper.Audit(staff, act, EditWebhook.Which(receiver), receiver.Name, now);
        await newspaper.SaveChangesAsync(stop);
        return answer;
    }, stop);
}
