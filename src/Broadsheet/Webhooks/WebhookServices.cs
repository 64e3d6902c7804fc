using Broadsheet.Accounts;
using Broadsheet.Notices;
using Broadsheet.Web;
using Broadsheet.Webhooks.Desk;
using Broadsheet.Webhooks.Sending;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Broadsheet.Webhooks;

/// <summary>Others' systems are told what happens to stories: signed, in order, until they have it.</summary>
public static class WebhookServices
{
    public static IServiceCollection AddWebhooks(this IServiceCollection services) => services
        .AddSingleton<ISaveChangesInterceptor, WebhookWatch>().AddSingleton<WebhookSender>()
        .AddHostedService<WebhookRound>().AddHostedService<WebhookClearing>()
        .AddNoticeKind(WebhookNotices.GivenUp, byMail: true).AddNoticeKind(WebhookNotices.Paused, byMail: true)
        .AddPaperScreen("webhooks.title", "webhooks.about", "/newsroom/webhooks", 68, nameof(Permission.RunMachine));

    public static void MapWebhooks(this IEndpointRouteBuilder newsroom)
    {
        ListWebhooks.Map(newsroom);
        EditWebhook.Map(newsroom);
        WebhookActs.Map(newsroom);
        TestWebhook.Map(newsroom);
        ShowDelivery.Map(newsroom);
    }
}
