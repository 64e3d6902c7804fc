using System.Text;
using Broadsheet.Accounts;
using Broadsheet.Giving.Books;
using Broadsheet.Storage;

namespace Broadsheet.Giving.Desk;

/// <summary>GET /newsroom/ledger.csv?year=2026 and /newsroom/ledger.journal: the books for an accountant (<see cref="LedgerExport"/>). No giver is named in them.</summary>
public static class ExportLedger
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/ledger.csv", (int? year, HttpContext http, Newspaper newspaper, CancellationToken stop) => Get(year, true, http, newspaper, stop)).Requires(Permission.SeeDonations);
        newsroom.MapGet("/ledger.journal", (int? year, HttpContext http, Newspaper newspaper, CancellationToken stop) => Get(year, false, http, newspaper, stop)).Requires(Permission.SeeDonations);
    }

    internal static async Task Get(int? year, bool isCsv, HttpContext http, Newspaper newspaper, CancellationToken stop)
    {
        var (from, to) = BookDay.DaysOf(year);
        http.Response.ContentType = isCsv ? "text/csv; charset=utf-8" : "text/plain; charset=utf-8";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"ledger{(year is null ? "" : $"-{year}")}.{(isCsv ? "csv" : "journal")}\"";
        http.Response.Headers.CacheControl = "no-store";
        await using var text = new StreamWriter(http.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: isCsv)) { NewLine = isCsv ? "\r\n" : "\n" };
        if (isCsv) await LedgerExport.WriteCsvAsync(newspaper, from, to, text, stop);
        else await LedgerExport.WriteJournalAsync(newspaper, from, to, text, stop);
    }
}
