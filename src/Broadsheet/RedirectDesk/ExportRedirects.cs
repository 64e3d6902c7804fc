using System.Globalization;
using System.Text;
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
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = "attachment; filename=\"redirects.csv\"";
        http.Response.Headers.CacheControl = "no-store";
        await using var csv = new StreamWriter(http.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\r\n" };
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
