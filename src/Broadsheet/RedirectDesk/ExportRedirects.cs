using System.Globalization;
using Broadsheet.Accounts;
using Broadsheet.Redirects;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.RedirectDesk;

/// <summary>GET /newsroom/redirects.csv: all of them, as the import reads them (RFC 4180).</summary>
public static class ExportRedirects
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapGet("/redirects.csv", Get).Requires(Permission.ArrangePaper);

    internal static async Task Get(HttpContext http, Newspaper newspaper, CancellationToken stop)
    {
        await using var csv = http.BeginCsv("redirects.csv");
        await csv.WriteLineAsync("from,to,status,since");
        await foreach (var row in newspaper.Redirects.AsNoTracking().OrderBy(row => row.Id).AsAsyncEnumerable().WithCancellation(stop))
        {
            await csv.WriteLineAsync(Line(row, ""));
            // What moved with everything below it is two lines, so that it can be read by any program.
            if (row.IsPrefix) await csv.WriteLineAsync(Line(row, "/*"));
        }
    }

    private static string Line(Redirect row, string below) =>
        Csv.LineForSpreadsheet(row.From + below, row.To + below, row.IsPassing ? "302" : "301", row.MadeAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
