using Broadsheet.Accounts;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Giving.Receipts.Desk;

/// <summary>GET /newsroom/receipts/7.pdf, GET /newsroom/statements/7.pdf. Those of who had herself erased are not there.</summary>
public static class ReceiptFiles
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/receipts/{id:long}.pdf", GetReceipt).Requires(Permission.SeeDonations);
        newsroom.MapGet("/statements/{id:long}.pdf", GetStatement).Requires(Permission.SeeDonations);
    }

    internal static async Task<IResult> GetReceipt(long id, HttpContext http, Newspaper newspaper, ReceiptPrinter printer, CancellationToken stop) =>
        await newspaper.OpenReceipts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, stop) is { } receipt ? http.Pdf(await printer.DrawAsync(receipt, stop), receipt.FileName) : Results.NotFound();

    internal static async Task<IResult> GetStatement(long id, HttpContext http, Newspaper newspaper, StatementPrinter printer, CancellationToken stop) =>
        await newspaper.Statements.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, stop) is { } statement ? http.Pdf(await printer.DrawAsync(statement, stop), statement.FileName) : Results.NotFound();
}
