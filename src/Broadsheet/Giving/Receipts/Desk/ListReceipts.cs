using Broadsheet.Accounts;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Giving.Receipts.Desk;

/// <param name="Entities">Those of the paper, as the choice of one offers them.</param>
/// <param name="Sums">What the year's statements come to, a currency each.</param>
/// <param name="Erased">What of it was given by those who had themselves erased: nobody gets a statement of it.</param>
/// <param name="Givers">Who gave in the year, as far as they have a statement.</param>
/// <param name="Made">How many were just made; null: none were asked for.</param>
public sealed record ReceiptListView(
    int Year, LegalEntity? Entity, IReadOnlyList<LegalEntity> Entities, IReadOnlyList<Receipt> Receipts, bool HasMore, IReadOnlyList<Money> Sums, IReadOnlyList<Money> Erased, IReadOnlyList<(Statement Statement, Donor Donor)> Givers,
    bool IsOver, bool MayRun, int? Made, Problems Problems);

/// <summary>GET /newsroom/receipts?year=2026&amp;entity=7: the receipts of a year, the newest number first, and its statements.</summary>
public static class ListReceipts
{
    private const int Most = 500;

    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapGet("/receipts", Get).Requires(Permission.SeeDonations);

    internal static Task<IResult> Get(int? year, long? entity, int? made, Newspaper newspaper, Staff staff, TimeProvider clock, CancellationToken stop) =>
        AnswerAsync(year, entity, made, newspaper, staff, clock, Problems.None, stop);

    internal static async Task<IResult> AnswerAsync(int? asked, long? entity, int? made, Newspaper newspaper, Staff staff, TimeProvider clock, Problems problems, CancellationToken stop)
    {
        var today = (await newspaper.ZoneOfBooksAsync(stop)).DayOf(clock.GetUtcNow());
        var year = asked is >= 1900 and <= 9998 ? asked.Value : today.Year;
        var entities = await newspaper.LegalEntities.AsNoTracking().OrderBy(row => row.Id).ToListAsync(stop);
        var chosen = entities.FirstOrDefault(row => row.Id == entity) ?? entities.FirstOrDefault();
        var id = chosen?.Id ?? 0;
        var receipts = await newspaper.OpenReceipts.AsNoTracking().Where(row => row.EntityId == id && row.Year == year).OrderByDescending(row => row.Number).ThenByDescending(row => row.Copy).Take(Most + 1).ToListAsync(stop);
        var sums = await newspaper.LinesOf(id, year).GroupBy(line => line.Currency).Select(same => new { same.Key, Minor = same.Sum(line => line.Minor) }).OrderBy(one => one.Key).ToListAsync(stop);
        var erased = await newspaper.ErasedIn(newspaper.LinesOf(id, year)).GroupBy(line => line.Currency).Select(same => new { same.Key, Minor = same.Sum(line => line.Minor) }).OrderBy(one => one.Key).ToListAsync(stop);
        var givers = await newspaper.Statements.AsNoTracking().Where(row => row.EntityId == id && row.Year == year).OrderBy(row => row.Id).Take(Most)
            .Join(newspaper.Donors, row => row.DonorId, donor => donor.Id, (row, donor) => new { row, donor }).ToListAsync(stop);
        return Page.Of<ListReceiptsPage, ReceiptListView>(new(
            year, chosen, entities, [.. receipts.Take(Most)], receipts.Count > Most, [.. sums.Select(one => new Money(one.Minor, one.Key))], [.. erased.Where(one => one.Minor != 0).Select(one => new Money(one.Minor, one.Key))], [.. givers.Select(one => (one.row, one.donor))],
            today.Year > year, staff.May(Permission.RunDonations), made, problems), problems.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
