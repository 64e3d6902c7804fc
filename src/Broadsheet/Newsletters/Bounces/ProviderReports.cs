using System.Text.Json;

namespace Broadsheet.Newsletters.Bounces;

/// <summary>What providers call what came back, in our words.</summary>
internal static class ProviderReports
{
    /// <summary>By this header Postmark, which gives mails Message-IDs of its own, tells ours back.</summary>
    public const string PostmarkHeader = "X-PM-Metadata-delivery";

    public static Report? OfMailgun(JsonElement root)
    {
        if (!root.TryGetProperty("event-data", out var data) || data.ValueKind != JsonValueKind.Object) return null;
        var id = data.Part("message").Part("headers").Text("message-id");
        var status = data.Part("delivery-status");
        var problem = $"{status.Text("code")} {status.Text("message")} {status.Text("description")}".Trim();
        return data.Text("event") switch
        {
            "complained" => new(id, BounceKind.Complaint, "complained"),
            // "generic" and the like: blocked, or our reputation, which says nothing about the mailbox.
            "failed" when data.Text("severity") == "permanent" => new(id, data.Text("reason") is "bounce" or "suppress-bounce" ? BounceKind.Hard : BounceKind.Soft, problem),
            _ => null,
        };
    }

    public static Report? OfPostmark(JsonElement root)
    {
        var id = root.Part("Metadata").Text("delivery");
        return (root.Text("RecordType"), root.Text("Type")) switch
        {
            ("SpamComplaint", _) => new(id, BounceKind.Complaint, "SpamComplaint"),
            ("Bounce", "HardBounce" or "BadEmailAddress") => new(id, BounceKind.Hard, root.Text("Description")),
            ("Bounce", "SpamComplaint") => new(id, BounceKind.Complaint, "SpamComplaint"),
            ("Bounce", "SoftBounce" or "DnsError" or "Undeliverable") => new(id, BounceKind.Soft, root.Text("Description")),
            _ => null,
        };
    }

    /// <summary>Amazon's SES gives mails Message-IDs of its own; by this header it tells ours back.</summary>
    public const string AmazonHeader = "X-SES-MESSAGE-TAGS";

    public static Report? OfAmazon(JsonElement root)
    {
        var mail = root.Part("mail");
        var tags = mail.Part("tags").Part("delivery");
        var id = tags.ValueKind == JsonValueKind.Array && tags.GetArrayLength() > 0 ? tags[0].ToString() : mail.Part("commonHeaders").Text("messageId");
        var bounce = root.Part("bounce");
        var problem = bounce.Part("bouncedRecipients") is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0 ? list[0].Text("diagnosticCode") : "";
        if (problem.Length == 0) problem = $"{bounce.Text("bounceType")} {bounce.Text("bounceSubType")}".Trim();
        return (root.Text("notificationType") is { Length: > 0 } kind ? kind : root.Text("eventType")) switch
        {
            "Complaint" => new(id, BounceKind.Complaint, root.Part("complaint").Text("complaintFeedbackType")),
            "Bounce" => new(id, bounce.Text("bounceType") == "Permanent" ? BounceKind.Hard : BounceKind.Soft, problem),
            _ => null,
        };
    }

    extension(JsonElement element)
    {
        internal JsonElement Part(string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var part) ? part : default;

        /// <summary>Empty where there is none.</summary>
        internal string Text(string name) => element.Part(name) is var part && part.ValueKind is JsonValueKind.String or JsonValueKind.Number ? part.ToString() : "";
    }
}
