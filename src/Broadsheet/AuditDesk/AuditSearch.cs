using System.Globalization;
using Broadsheet.Accounts;

namespace Broadsheet.AuditDesk;

/// <summary>What is asked of the log, as typed. Days are the newsroom's.</summary>
public sealed record AuditSearch(string Who, string Act, string Which, string From, string To)
{
    public static AuditSearch Read(IQueryCollection query) => new(Text(query, "who"), Text(query, "act"), Text(query, "which"), Text(query, "from"), Text(query, "to"));

    /// <summary>The same search as a query, for a link.</summary>
    public string Query => QueryString.Create(new Dictionary<string, string?> { ["who"] = Who, ["act"] = Act, ["which"] = Which, ["from"] = From, ["to"] = To }).Value!;

#pragma warning disable CA1304, CA1311, CA1862 // The database compares, by its own lower().
    public IQueryable<AuditEntry> In(IQueryable<AuditEntry> entries, TimeZoneInfo zone)
    {
        var (who, which) = (Who.ToLowerInvariant(), Which.ToLowerInvariant());
        if (who.Length > 0) entries = entries.Where(row => row.Who.ToLower().Contains(who));
        if (which.Length > 0) entries = entries.Where(row => row.Which.ToLower().Contains(which) || row.Reason!.ToLower().Contains(which));
        if (Act.Length > 0) entries = entries.Where(row => row.Act == Act);
        if (Start(From, zone) is { } from) entries = entries.Where(row => row.At >= from);
        if (Start(To, zone) is { } to) entries = entries.Where(row => row.At < to.AddDays(1));
        return entries.OrderByDescending(row => row.Id);
    }
#pragma warning restore CA1304, CA1311, CA1862

    private static DateTimeOffset? Start(string day, TimeZoneInfo zone) =>
        DateTime.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? new DateTimeOffset(date, zone.GetUtcOffset(date)).ToUniversalTime() : null;

    private static string Text(IQueryCollection query, string name) => query[name].ToString().Trim();
}
