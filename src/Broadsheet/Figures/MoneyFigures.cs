using Broadsheet.Giving.Books;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Web.Text;

namespace Broadsheet.Figures;

/// <summary>What came in by month, read from the ledger alone: summed, it is what the ledger says.</summary>
public static class MoneyFigures
{
    private static readonly string[] Once = [LedgerAccount.DonatedOnce], Again = [LedgerAccount.DonatedAgain], Memberships = [LedgerAccount.Memberships];
    private static readonly string[] Back = [LedgerAccount.Refunded, LedgerAccount.Disputed, LedgerAccount.MembershipsRefunded, LedgerAccount.MembershipsDisputed];

    public static async Task<IReadOnlyList<Figure>> OfAsync(Newspaper newspaper, FigurePeriod period, CancellationToken stop)
    {
        var (first, last) = (period.First, period.Last);
        var lines = await (from entry in newspaper.LedgerEntries.AsNoTracking()
                           where entry.Day >= first && entry.Day <= last
                           from line in entry.Lines
                           where line.Account.StartsWith("Income:")
                           group line.Minor by new { entry.Day.Year, entry.Day.Month, line.Account, line.Currency } into same
                           select new { same.Key.Year, same.Key.Month, same.Key.Account, same.Key.Currency, Minor = -same.Sum() }).ToListAsync(stop);
        return [.. lines.GroupBy(line => line.Currency).OrderBy(same => same.Key, StringComparer.Ordinal).Select(same =>
        {
            long Of(DateOnly month, string[] accounts) => same.Where(line => line.Year == month.Year && line.Month == month.Month && accounts.Contains(line.Account)).Sum(line => line.Minor);

            var rows = period.Months.Select(month => (month, values: new[] { Of(month, Once), Of(month, Again), Of(month, Memberships), Of(month, Back) }))
                .Select(one => new FigureRow(FigurePeriod.NameOf(one.month), null, [.. one.values, one.values.Sum()])).ToList();
            return new Figure($"gifts-{same.Key.ToLowerInvariant()}", T("figures.gifts", ("currency", same.Key)), T("figures.gifts.about"), T("figures.month"),
                [new(T("figures.once"), same.Key, true), new(T("figures.again"), same.Key, true), new(T("figures.memberships"), same.Key, true), new(T("figures.back"), same.Key), new(T("figures.kept"), same.Key)], rows)
            { Summed = new HashSet<int> { 0, 1, 2, 3, 4 } };
        })];
    }
}
