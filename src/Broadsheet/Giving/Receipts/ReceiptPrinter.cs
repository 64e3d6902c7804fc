using Broadsheet.Editions;
using Broadsheet.Mail;
using Broadsheet.Paper;
using Broadsheet.Print;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Giving.Receipts;

/// <summary>Draws a receipt: the same bytes each time, until it becomes void.</summary>
public sealed class ReceiptPrinter(Newspaper newspaper, ReaderWords words)
{
    public async Task<byte[]> DrawAsync(Receipt receipt, CancellationToken stop)
    {
        var edition = await newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == receipt.EditionId, stop);
        var (paper, own) = (edition.ForPaper(), receipt.Issuer.Template.Language);
        return SheetPdf.Draw(SheetOf(receipt, new SheetWords(words, own.Length == 0 ? paper : paper with { Language = own, Direction = "ltr" })));
    }

    private static Sheet SheetOf(Receipt receipt, SheetWords words)
    {
        var giver = receipt.Giver.Address.Length == 0 ? receipt.Giver.Name : $"{receipt.Giver.Name}\n{receipt.Giver.Address}";
        return words.Sheet(words.Say(receipt.Issuer.Template.TitleWords), receipt.Issuer, receipt.VoidedAt ?? receipt.IssuedAt,
        [
            .. receipt.IsVoid ? [new SheetParagraph(((SheetText)"").Bold(words.Say(receipt.VoidedByStaffId is null ? "receipt.void-refunded" : "receipt.void")))] : Array.Empty<SheetBlock>(),
            .. receipt.Copy > 0 ? [new SheetParagraph(words.Say("receipt.replaces", ("number", $"{receipt.Year}-{receipt.Number:D6}")))] : Array.Empty<SheetBlock>(),
            new Print.Facts(
            [
                new(words.Say("receipt.number"), receipt.Mark),
                new(words.Say("receipt.day"), words.Day(receipt.Day)),
                new(words.Say("receipt.giver"), giver),
                new(words.Say("receipt.amount"), ((SheetText)"").Bold(words.Amount(receipt.Given))),
            ]),
            .. receipt.Issuer.Template.Print(receipt, words),
        ]);
    }
}

/// <summary>The file of a mail that brings a receipt.</summary>
internal sealed class ReceiptEnclosures(Newspaper newspaper, ReceiptPrinter printer) : IEnclosures
{
    public const string Name = "receipt";

    public string Kind => Name;

    public async Task<Enclosure?> MakeAsync(Guid id, CancellationToken stop) =>
        await newspaper.OpenReceipts.AsNoTracking().SingleOrDefaultAsync(row => row.PublicId == id, stop) is { } receipt ? new(receipt.FileName, "application/pdf", await printer.DrawAsync(receipt, stop)) : null;
}
