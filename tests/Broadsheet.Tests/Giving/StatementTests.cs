using Broadsheet.Accounts;
using Broadsheet.Giving;
using Broadsheet.Giving.Books;
using Broadsheet.Giving.Receipts;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Notices;
using Broadsheet.Tests.Print;
using Broadsheet.Tests.Readers;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Giving;

/// <summary>Statements of a year: one for each giver, mailed once, and together what the ledger says.</summary>
public class StatementTests
{
    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task Together_they_say_what_the_ledger_says_to_the_cent_and_are_mailed_once(On on)
    {
        await using var postbox = await Postbox.OpenAsync();
        await using var paper = await ReaderBrowser.OpenAsync(postbox, on);
        var entity = await paper.FoundAsync();
        await paper.ArriveAsync(1001, "Ada Lovelace", "ada@example.org", new(2025, 1, 1));
        var back = await paper.ArriveAsync(333, "Ada Lovelace", "ada@example.org", new(2025, 7, 9));
        await paper.ArriveAsync(5000, "Ada Lovelace", "ada@example.org", new(2025, 12, 31), currency: "EUR");
        var late = await paper.ArriveAsync(777, "Grace Hopper", "grace@example.org", new(2025, 5, 5));
        await paper.ArriveAsync(900, "Jean Bartik", "", new(2025, 6, 6));
        var nothing = await paper.ArriveAsync(400, "Kay McNulty", "kay@example.org", new(2025, 6, 7));
        await paper.ArriveAsync(60, "Ada Lovelace", "ada@example.org", new(2026, 1, 1));
        await paper.RunJobsAsync();
        await paper.TakeBackAsync(back, new(2025, 12, 30));
        await paper.TakeBackAsync(nothing, new(2025, 8, 8));
        // Given back in another year, it stands in that year's books and statement.
        await paper.TakeBackAsync(late, new(2026, 2, 1));
        await paper.MailsAsync(postbox);
        using var desk = await paper.AsAsync(Role.Publisher);

        var early = await desk.SubmitAsync("/newsroom/receipts/statements", ("Year", "2026"), ("Entity", $"{entity.Id}"));
        Assert.Equal(422, (int)early.StatusCode);
        for (var twice = 0; twice < 2; twice++) Assert.Equal(302, (int)(await desk.SubmitAsync("/newsroom/receipts/statements", ("Year", "2025"), ("Entity", $"{entity.Id}"))).StatusCode);

        var mails = (await paper.MailsAsync(postbox)).Where(mail => mail.Subject!.Contains("All you gave", StringComparison.Ordinal)).ToList();
        Assert.Equal(["ada@example.org", "grace@example.org"], mails.Select(mail => mail.To.Mailboxes.Single().Address).Order());
        var statements = await paper.AskAsync(newspaper => newspaper.Statements.OrderBy(row => row.Id).ToListAsync());
        Assert.Equal(3, statements.Count);
        var ada = await paper.TextOfAsync(statements[0]);
        foreach (var found in new[] { "Statement of gifts, 2025", "Ada Lovelace", "$10.01 (USD)", "-$3.33", "€50 (EUR)", "2025-000001", "Given back" }) Assert.Contains(found, ada, StringComparison.Ordinal);
        Assert.DoesNotContain("$0.60", ada, StringComparison.Ordinal);

        foreach (var year in new[] { 2025, 2026 })
        {
            var said = await paper.AskAsync(newspaper => newspaper.LinesOf(entity.Id, year).GroupBy(line => new { line.DonorId, line.Currency }).Select(same => new { same.Key.Currency, Minor = same.Sum(line => line.Minor) }).ToListAsync());
            var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            var booked = await paper.AskAsync(newspaper => (from entry in newspaper.LedgerEntries
                                                            where entry.Day >= first && entry.Day <= last
                                                            from line in entry.Lines
                                                            where line.Account.StartsWith("Income:Donations:")
                                                            group line.Minor by line.Currency into same
                                                            select new { Currency = same.Key, Minor = -same.Sum() }).ToListAsync());
            Assert.Equal(booked.OrderBy(one => one.Currency).Select(one => (one.Currency, one.Minor)),
                said.GroupBy(one => one.Currency).OrderBy(same => same.Key).Select(same => (same.Key, same.Sum(one => one.Minor))));
        }

        using var reader = ReaderBrowser.ReaderIn(paper);
        await reader.SignInAsync(paper, "ada@example.org");
        Assert.Contains("All you gave in 2025", await reader.ReadAsync("/account"), StringComparison.Ordinal);
        using var own = await reader.GetAsync($"/account/statements/{statements[0].PublicId}.pdf");
        Assert.Contains("Ada Lovelace", PdfTools.TextOf(await own.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
        Assert.Equal(404, (int)(await reader.GetAsync($"/account/statements/{statements[1].PublicId}.pdf")).StatusCode);
        var page = await desk.ReadAsync($"/newsroom/receipts?year=2025&entity={entity.Id}");
        Assert.Contains("Jean Bartik", page, StringComparison.Ordinal);
        Assert.Contains("no address: print it", page, StringComparison.Ordinal);
        using var printed = await desk.GetAsync($"/newsroom/statements/{statements[2].Id}.pdf");
        Assert.Contains("$9 (USD)", PdfTools.TextOf(await printed.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task Who_had_herself_erased_stands_in_one_line_and_all_together_is_the_ledger(On on)
    {
        await using var paper = await Newsroom.OpenAsync(on);
        var entity = await paper.FoundAsync();
        await paper.ArriveAsync(1001, "Ada Lovelace", "ada@example.org", new(2025, 1, 1));
        var gone = await paper.ArriveAsync(2000, "Grace Hopper", "grace@example.org", new(2025, 2, 1));
        await paper.AskAsync(async newspaper => { (await newspaper.Donors.SingleAsync(row => row.Id == gone.DonorId)).Erase(paper.Clock.GetUtcNow()); return await newspaper.SaveChangesAsync(); });
        using var desk = await paper.AsAsync(Role.Publisher);
        await desk.ReadAsync("/newsroom/receipts?year=2025");
        Assert.Equal(302, (int)(await desk.SubmitAsync("/newsroom/receipts/statements", ("Year", "2025"), ("Entity", $"{entity.Id}"))).StatusCode);

        var page = await desk.ReadAsync($"/newsroom/receipts?year=2025&entity={entity.Id}");
        Assert.Contains("$20 of it by erased givers", page, StringComparison.Ordinal);
        var (all, erased, stated) = await paper.AskAsync(async newspaper =>
        {
            var lines = newspaper.LinesOf(entity.Id, 2025);
            var with = await newspaper.Statements.Select(row => row.DonorId).ToListAsync();
            return (await lines.SumAsync(line => line.Minor), await newspaper.ErasedIn(lines).SumAsync(line => line.Minor), await lines.Where(line => with.Contains(line.DonorId)).SumAsync(line => line.Minor));
        });
        Assert.Equal((3001, 2000, 1001), (all, erased, stated));
    }
}
