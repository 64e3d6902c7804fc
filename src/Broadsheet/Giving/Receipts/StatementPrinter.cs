using Broadsheet.Editions;
using Broadsheet.Mail;
using Broadsheet.Paper;
using Broadsheet.Print;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Giving.Receipts;

/// <summary>Draws a giver's year as the books have it now.</summary>
public sealed class StatementPrinter(Newspaper newspaper, ReaderWords words, TimeProvider clock)
{
    public async Task<byte[]> DrawAsync(Statement statement, CancellationToken stop)
    {
        var donor = await newspaper.Donors.AsNoTracking().SingleAsync(row => row.Id == statement.DonorId, stop);
        var entity = await newspaper.LegalEntities.AsNoTracking().SingleAsync(row => row.Id == statement.EntityId, stop);
        var edition = await newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == donor.EditionId, stop);
        var lines = await newspaper.LinesOf(statement.EntityId, statement.Year).Where(line => line.DonorId == statement.DonorId).OrderBy(line => line.Day).ThenBy(line => line.Entry).ToListAsync(stop);
        var gifts = lines.Select(line => line.DonationId).Distinct().ToList();
        var numbers = (await newspaper.OpenReceipts.AsNoTracking().Where(row => gifts.Contains(row.DonationId)).OrderBy(row => row.Copy).ToListAsync(stop)).GroupBy(row => row.DonationId).ToDictionary(same => same.Key, same => same.Last().Mark);
        var (sheet, now) = (new SheetWords(words, edition.ForPaper()), clock.GetUtcNow());
        var giver = await newspaper.GiverOfAsync(donor, statement.EntityId, stop);
        return SheetPdf.Draw(sheet.Sheet(sheet.Say("statement.title", ("year", Year(statement))), entity.Details, now,
        [
            new Print.Facts([new(sheet.Say("receipt.giver"), giver.Address.Length == 0 ? giver.Name : $"{giver.Name}\n{giver.Address}"), new(sheet.Say("statement.year"), Year(statement))]),
            .. lines.GroupBy(line => line.Currency).OrderBy(same => same.Key, StringComparer.Ordinal).Select(same => Table(same.ToList(), numbers, sheet)),
            new SmallPrint(sheet.Say("statement.as-of", ("day", sheet.Day((await newspaper.ZoneOfBooksAsync(stop)).DayOf(now))))),
        ]));
    }

    private static AmountTable Table(List<StatementLine> lines, Dictionary<long, string> numbers, SheetWords words) => new(
        [words.Say("receipt.day"), words.Say("statement.what"), words.Say("receipt.number"), words.Say("receipt.amount")],
        [.. lines.Select(IReadOnlyList<string> (line) => [words.Day(line.Day), words.Say(StatementLines.WordsOf(line)), numbers.GetValueOrDefault(line.DonationId, ""), line.Money.In(words.Edition.Language)])])
    {
        Total = (words.Say("statement.total"), words.Amount(new(lines.Sum(line => line.Minor), lines[0].Currency))),
    };

    private static string Year(Statement statement) => statement.Year.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>The file of a mail that brings a statement.</summary>
internal sealed class StatementEnclosures(Newspaper newspaper, StatementPrinter printer) : IEnclosures
{
    public const string Name = "statement";

    public string Kind => Name;

    public async Task<Enclosure?> MakeAsync(Guid id, CancellationToken stop) =>
        await newspaper.Statements.AsNoTracking().SingleOrDefaultAsync(row => row.PublicId == id, stop) is { } statement ? new(statement.FileName, "application/pdf", await printer.DrawAsync(statement, stop)) : null;
}
