namespace Broadsheet.Webhooks;

internal static class WebhookNotices
{
    public const string GivenUp = "webhook-failed";
    public const string Paused = "webhook-paused";
}
