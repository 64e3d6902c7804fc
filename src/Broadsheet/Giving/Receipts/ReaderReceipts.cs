using Broadsheet.Readers;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Giving.Receipts;

/// <summary>GET /account/receipts/0199….pdf, GET /account/statements/0199….pdf: a reader's own, for who has proved that her address is the giver's.</summary>
public static class ReaderReceipts
{
    public static void Map(IEndpointRouteBuilder account)
    {
        account.MapGet("/receipts/{id:guid}.pdf", GetReceipt);
        account.MapGet("/statements/{id:guid}.pdf", GetStatement);
    }

    internal static async Task<IResult> GetReceipt(Guid id, HttpContext http, Newspaper newspaper, ReceiptPrinter printer, CancellationToken stop)
    {
        var receipt = await newspaper.ReceiptsFor(http.Reader.Reader).SingleOrDefaultAsync(row => row.PublicId == id, stop);
        return receipt is null ? Results.NotFound() : http.Pdf(await printer.DrawAsync(receipt, stop), receipt.FileName);
    }

    internal static async Task<IResult> GetStatement(Guid id, HttpContext http, Newspaper newspaper, StatementPrinter printer, CancellationToken stop)
    {
        var statement = await newspaper.StatementsFor(http.Reader.Reader).SingleOrDefaultAsync(row => row.PublicId == id, stop);
        return statement is null ? Results.NotFound() : http.Pdf(await printer.DrawAsync(statement, stop), statement.FileName);
    }
}

internal static class OwnReceipts
{
    extension(Newspaper newspaper)
    {
        public IQueryable<Receipt> ReceiptsFor(Reader reader)
        {
            var (address, donations, donors) = (reader.Address, newspaper.Donations, newspaper.Donors);
            return newspaper.OpenReceipts.AsNoTracking()
                .Where(row => donations.Any(gift => gift.Id == row.DonationId && donors.Any(donor => donor.Id == gift.DonorId && donor.Address == address)));
        }

        public IQueryable<Statement> StatementsFor(Reader reader)
        {
            var (address, donors) = (reader.Address, newspaper.Donors);
            return newspaper.Statements.AsNoTracking().Where(row => donors.Any(donor => donor.Id == row.DonorId && donor.Address == address));
        }
    }

    extension(HttpContext http)
    {
        public IResult Pdf(byte[] file, string name)
        {
            http.Response.Headers.CacheControl = "private, no-store";
            return Results.File(file, "application/pdf", name);
        }
    }
}
