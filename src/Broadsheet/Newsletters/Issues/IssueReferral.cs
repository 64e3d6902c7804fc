using System.Globalization;

namespace Broadsheet.Newsletters.Issues;

/// <summary>What ends the links to stories in an issue's mails: it names the issue, the same for all who get it. Browsers send it nowhere; the page's script says it with the read.</summary>
public static class IssueReferral
{
    private const string Begin = "issue-";

    public static string Of(Issue issue) => string.Create(CultureInfo.InvariantCulture, $"#{Begin}{issue.Id}");

    /// <summary>The issue's key; null: it names none.</summary>
    public static long? Read(string referral) =>
        referral.StartsWith(Begin, StringComparison.Ordinal) && long.TryParse(referral.AsSpan(Begin.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 ? id : null;
}
