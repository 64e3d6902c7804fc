using System.Globalization;
using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Mail;
using Broadsheet.Paper;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Web.Text;

namespace Broadsheet.Giving.Receipts.Desk;

/// <summary>POST /newsroom/receipts/statements: every giver of a year that is over gets her statement, once, however often it is pressed.</summary>
public static class RunStatements
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/receipts/statements", Post).Requires(Permission.RunDonations);

    internal static async Task<IResult> Post(IFormCollection fields, Newspaper newspaper, ReaderWords words, Hosts hosts, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var today = (await newspaper.ZoneOfBooksAsync(stop)).DayOf(now);
        if (!long.TryParse(fields["Entity"], CultureInfo.InvariantCulture, out var id) || await newspaper.LegalEntities.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, stop) is not { } entity) return TypedResults.NotFound();
        if (!int.TryParse(fields["Year"], CultureInfo.InvariantCulture, out var year) || year < 1900 || year >= today.Year)
            return await ListReceipts.AnswerAsync(year, id, null, newspaper, staff, clock, new Problems().Add(T("statements.early")), stop);

        var count = await newspaper.WriteAsync(async () =>
        {
            var made = await newspaper.MakeStatementsAsync(id, year, now, stop);
            var editions = (await newspaper.Editions.AsNoTracking().ToListAsync(stop)).ToDictionary(row => row.Id, row => row.ForPaper());
            foreach (var (statement, donor) in made.Where(one => one.Donor.TypedAddress.Length > 0))
            {
                var edition = editions[donor.EditionId];
                (string, object)[] values = [("year", year.ToString(CultureInfo.InvariantCulture)), ("entity", entity.Details.Name), ("link", hosts.FrontForGivers(edition))];
                newspaper.Send(donor.TypedAddress, donor.Name, words.Say(edition, "mail.statement.subject", values), words.Say(edition, "mail.statement.text", values), now, enclosed: $"{StatementEnclosures.Name}/{statement.PublicId}");
                statement.NoteMailed(now);
            }
            newspaper.Audit(staff, "statements-sent", $"entity/{entity.PublicId}", $"{year}: {made.Count}", now);
            await newspaper.SaveChangesAsync(stop);
            return made.Count;
        }, stop);
        return TypedResults.Redirect($"/newsroom/receipts?year={year}&entity={id}&made={count}");
    }
}
