using System.Text.RegularExpressions;
using MimeKit;

namespace Broadsheet.Newsletters.Bounces;

/// <summary>What a report says of one mail.</summary>
public sealed record Report(string MessageId, BounceKind Kind, string Problem);

/// <summary>Reads what mail servers send back: delivery status notifications (RFC 3464) and complaints (ARF, RFC 5965).</summary>
public static partial class ReportReader
{
    /// <summary>Null: it is no such report, or tells of a delay, of a success, or of a mail that it does not name.</summary>
    public static Report? Read(MimeMessage message)
    {
        if (message.Body is not MultipartReport report || OriginalIn(report) is not { } original) return null;
        if (report.OfType<MessageFeedbackReport>().FirstOrDefault() is { } feedback) return new(original, BounceKind.Complaint, feedback.Fields["Feedback-Type"] ?? "");
        if (report.OfType<MessageDeliveryStatus>().FirstOrDefault() is not { } status) return null;

        var failed = status.StatusGroups.Skip(1).FirstOrDefault(group => string.Equals(group["Action"]?.Trim(), "failed", StringComparison.OrdinalIgnoreCase));
        if (failed is null) return null;
        var code = Code().Match(failed["Status"] ?? "").Value;
        return new(original, IsHard(code) ? BounceKind.Hard : BounceKind.Soft, (failed["Diagnostic-Code"] ?? failed["Status"] ?? "").Trim());
    }

    /// <summary>Whether an enhanced status code (RFC 3463) says that the mailbox itself is none: not full, not too large, not a matter of policy.</summary>
    public static bool IsHard(string code) => code.StartsWith("5.1.", StringComparison.Ordinal) || code is "5.2.1" or "5.0.0" or "5.4.4";

    // The mail that came back, or its head alone.
    private static string? OriginalIn(MultipartReport report) => report.OfType<MessagePart>().Select(part => part.Message?.MessageId).FirstOrDefault(id => !string.IsNullOrEmpty(id));

    [GeneratedRegex(@"\b[245]\.\d{1,3}\.\d{1,3}\b")]
    private static partial Regex Code();
}
