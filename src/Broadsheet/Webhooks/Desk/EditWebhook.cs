using Broadsheet.Accounts;
using Broadsheet.Outbound;
using Broadsheet.Storage;
using Broadsheet.Web;

namespace Broadsheet.Webhooks.Desk;

/// <summary>GET /newsroom/webhooks/new, POST /newsroom/webhooks, GET, POST /newsroom/webhooks/0199…</summary>
public static class EditWebhook
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/webhooks/new", GetNew).Requires(Permission.RunMachine);
        newsroom.MapPost("/webhooks", PostNew).Requires(Permission.RunMachine);
        newsroom.MapGet("/webhooks/{id:guid}", Get).Requires(Permission.RunMachine);
        newsroom.MapPost("/webhooks/{id:guid}", Post).Requires(Permission.RunMachine);
    }

    internal static async Task<IResult> GetNew(Newspaper newspaper, CancellationToken stop) => await WebhookAnswer.OfAsync(null, WebhookForm.Empty, Problems.None, newspaper, stop);

    internal static async Task<IResult> PostNew(IFormCollection fields, Newspaper newspaper, OutboundClient outside, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        var (form, now) = (WebhookForm.Read(fields), clock.GetUtcNow());
        if (await form.CheckAsync(outside, newspaper, stop) is { Any: true } problems) return await WebhookAnswer.OfAsync(null, form, problems, newspaper, stop, StatusCodes.Status422UnprocessableEntity);

        var receiver = new WebhookReceiver(now);
        form.Fill(receiver);
        newspaper.WebhookReceivers.Add(receiver);
        newspaper.Audit(staff, "webhook-made", Which(receiver), receiver.Name, now);
        await newspaper.SaveChangesAsync(stop);
        return Page.Of<ShownOncePage, ShownOnceView>(new("webhook", [receiver.Secret], PathOf(receiver)));
    }

    internal static async Task<IResult> Get(Guid id, Newspaper newspaper, CancellationToken stop) => await newspaper.WebhookAsync(id, stop) is { } receiver
        ? await WebhookAnswer.OfAsync(receiver, WebhookForm.Of(receiver), Problems.None, newspaper, stop) : TypedResults.NotFound();

    internal static async Task<IResult> Post(Guid id, IFormCollection fields, Newspaper newspaper, OutboundClient outside, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        var form = WebhookForm.Read(fields);
        var problems = await form.CheckAsync(outside, newspaper, stop);
        return await newspaper.WriteAsync(async () =>
        {
            await newspaper.WebhookReceivers.TakeTurnAsync(id, stop);
            if (await newspaper.WebhookAsync(id, stop) is not { } receiver) return TypedResults.NotFound();
            if (problems.Any) return await WebhookAnswer.OfAsync(receiver, form, problems, newspaper, stop, StatusCodes.Status422UnprocessableEntity);
            if (form.Revision != receiver.Revision)
                return await WebhookAnswer.OfAsync(receiver, form with { Revision = receiver.Revision }, new Problems().Add(Text.T("stale.title")), newspaper, stop, StatusCodes.Status409Conflict, form.Against(WebhookForm.Of(receiver)));

            var now = clock.GetUtcNow();
            if (form.Fill(receiver)) await newspaper.ReplayWaitingAsync(receiver, now, stop);
            newspaper.Audit(staff, "webhook-changed", Which(receiver), receiver.Name, now);
            await newspaper.SaveChangesAsync(stop);
            return (IResult)TypedResults.Redirect("/newsroom/webhooks");
        }, stop);
    }

    internal static string PathOf(WebhookReceiver receiver) => $"/newsroom/webhooks/{receiver.PublicId}";

    internal static string Which(WebhookReceiver receiver) => $"webhook/{receiver.PublicId}";
}
