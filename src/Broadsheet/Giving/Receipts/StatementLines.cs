using Broadsheet.Giving.Books;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Giving.Receipts;

/// <summary>One line of a giver's year, as the ledger has it.</summary>
public sealed record StatementLine
{
    public required long DonorId { get; init; }
    public required long DonationId { get; init; }
    public required long Entry { get; init; }
    public required DateOnly Day { get; init; }
    public required string Account { get; init; }

    /// <summary>Below zero: it went back.</summary>
    public required long Minor { get; init; }

    public required string Currency { get; init; }

    public Money Money => new(Minor, Currency);
}

public static class StatementLines
{
    extension(Newspaper newspaper)
    {
        /// <summary>
        /// What was given and went back in a year, by the clock of the books, of gifts that are an entity's: it gave out their receipts, or nobody
        /// did and it stands for their edition today. Summed, it is what the ledger says of donations; memberships, a price and no gift, have accounts of
        /// their own.
        /// </summary>
        public IQueryable<StatementLine> LinesOf(long entity, int year)
        {
            var (first, last) = BookDay.DaysOf(year);
            var (receipts, editions) = (newspaper.Receipts, newspaper.EntityEditions);
            return from entry in newspaper.LedgerEntries.AsNoTracking()
                   where entry.Day >= first && entry.Day <= last
                   join donation in newspaper.Donations on entry.DonationId equals (long?)donation.Id
                   where receipts.Any(row => row.DonationId == donation.Id && row.EntityId == entity)
                       || (!receipts.Any(row => row.DonationId == donation.Id) && editions.Any(row => row.EditionId == donation.EditionId && row.EntityId == entity))
                   from line in entry.Lines
                   where line.Account.StartsWith("Income:Donations:")
                   select new StatementLine { DonorId = donation.DonorId, DonationId = donation.Id, Entry = entry.Id, Day = entry.Day, Account = line.Account, Minor = -line.Minor, Currency = line.Currency };
        }

        /// <summary>Those of the lines whose giver had herself erased. With the statements they come to what the ledger says.</summary>
        public IQueryable<StatementLine> ErasedIn(IQueryable<StatementLine> lines)
        {
            var donors = newspaper.Donors;
            return lines.Where(line => donors.Any(donor => donor.Id == line.DonorId && donor.ErasedAt != null));
        }

        /// <summary>
        /// Has every giver of a year get her statement, once: who has one is passed over. Who had herself erased gets none, nor does she who got
        /// back all that she gave. Call it inside WriteAsync; it saves.
        /// </summary>
        /// <returns>The new ones, with their givers.</returns>
        public async Task<IReadOnlyList<(Statement Statement, Donor Donor)>> MakeStatementsAsync(long entity, int year, DateTimeOffset now, CancellationToken stop)
        {
            var sums = await newspaper.LinesOf(entity, year).GroupBy(line => new { line.DonorId, line.Currency }).Select(same => new { same.Key.DonorId, Minor = same.Sum(line => line.Minor) }).ToListAsync(stop);
            var (givers, known) = (sums.Where(one => one.Minor != 0).Select(one => one.DonorId).ToHashSet(), newspaper.Statements.Where(row => row.EntityId == entity && row.Year == year));
            givers.ExceptWith(await known.Select(row => row.DonorId).ToListAsync(stop));
            var made = new List<(Statement, Donor)>();
            foreach (var some in givers.Order().Chunk(500).Select(chunk => chunk.ToList()))
            {
                foreach (var donor in await newspaper.Donors.Where(row => some.Contains(row.Id) && row.ErasedAt == null).OrderBy(row => row.Id).ToListAsync(stop))
                {
                    var statement = new Statement(entity, year, donor.Id, now);
                    newspaper.Statements.Add(statement);
                    made.Add((statement, donor));
                }
            }
            await newspaper.SaveChangesAsync(stop);
            return made;
        }
    }

    /// <summary>The theme's words for what a line is.</summary>
    public static string WordsOf(StatementLine line) => line.Account switch
    {
        LedgerAccount.Refunded => "statement.refunded",
        LedgerAccount.Disputed => line.Minor < 0 ? "statement.disputed" : "statement.returned",
        LedgerAccount.DonatedAgain => "statement.again",
        _ => "statement.once",
    };
}
