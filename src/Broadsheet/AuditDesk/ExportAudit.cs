using System.Globalization;
using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.AuditDesk;

/// <summary>GET /newsroom/audit.csv: what the search finds, all of it, for a spreadsheet (RFC 4180). Times are UTC.</summary>
public static class ExportAudit
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapGet("/audit.csv", Get).Requires(Permission.RunPaper);

    internal static async Task Get(HttpContext http, Newspaper newspaper, CancellationToken stop)
    {
        var search = AuditSearch.Read(http.Request.Query);
        var zone = TimeZoneInfo.FindSystemTimeZoneById((await newspaper.ClockAsync(stop)).Zone);
        await using var csv = http.BeginCsv("audit.csv");
        await csv.WriteLineAsync("at,who,member,token,act,which,reason");
        await foreach (var row in search.In(newspaper.AuditEntries.AsNoTracking(), zone).AsAsyncEnumerable().WithCancellation(stop))
        {
            await csv.WriteLineAsync(Csv.LineForSpreadsheet(
                row.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), row.Who, Number(row.MemberId), Number(row.TokenId), row.Act, row.Which, row.Reason ?? ""));
        }
    }

    private static string Number(long? id) => id?.ToString(CultureInfo.InvariantCulture) ?? "";
}
