using System.Globalization;
using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.AuditDesk;

public sealed record AuditView(AuditSearch Search, IReadOnlyList<AuditEntry> Entries, IReadOnlyList<string> Acts, bool HasMore, long? Before, NewsroomClock Clock);

/// <summary>GET /newsroom/audit: who did what to which thing, and why, newest first.</summary>
public static class ListAudit
{
    private const int Most = 100;

    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapGet("/audit", Get).Requires(Permission.RunPaper);

    internal static async Task<IResult> Get(HttpRequest request, Newspaper newspaper, CancellationToken stop)
    {
        var (search, clock) = (AuditSearch.Read(request.Query), await newspaper.ClockAsync(stop));
        var found = search.In(newspaper.AuditEntries.AsNoTracking(), TimeZoneInfo.FindSystemTimeZoneById(clock.Zone));
        if (long.TryParse(request.Query["before"], CultureInfo.InvariantCulture, out var before)) found = found.Where(row => row.Id < before);
        var entries = await found.Take(Most + 1).ToListAsync(stop);
        var acts = await newspaper.AuditEntries.Select(row => row.Act).Distinct().OrderBy(act => act).ToListAsync(stop);
        return Page.Of<AuditPage, AuditView>(new(search, [.. entries.Take(Most)], acts, entries.Count > Most, entries.Count > Most ? entries[Most - 1].Id : null, clock));
    }
}
