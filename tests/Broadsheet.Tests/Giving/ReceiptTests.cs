using System.Text.Json.Nodes;
using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Giving;
using Broadsheet.Giving.Receipts;
using Broadsheet.Readers;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Notices;
using Broadsheet.Tests.Print;
using Broadsheet.Tests.Readers;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace Broadsheet.Tests.Giving;

/// <summary>Receipts: numbered without a gap, mailed as a PDF, void and replaced, and closed when a giver has herself erased.</summary>
public class ReceiptTests
{
    private static readonly DateOnly March = new(2026, 3, 1);

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_gift_brings_one_mail_with_a_receipt_in_the_language_of_its_edition(On on)
    {
        await using var postbox = await Postbox.OpenAsync();
        await using var paper = await ReaderBrowser.OpenAsync(postbox, on);
        var hebrew = new Edition("he", "קול הנמל", "he", "Asia/Jerusalem", 1);
        await paper.ChangeAsync(newspaper => newspaper.Editions.Add(hebrew));
        await paper.FoundAsync();
        await paper.FoundAsync(new() { Kind = ReceiptKind.Israel46, Name = "עמותת קול הנמל", Address = "רחוב הרצל 12, תל אביב", Country = "IL", Registration = "580123456", Approval = "46-123" }, hebrew);
        await paper.ArriveAsync(2500, "Ada Lovelace", "ada@example.org", March);
        var given = await paper.ArriveAsync(18000, "דנה לוי", "dana@example.org", March, hebrew, "ILS");
        await paper.RunJobsAsync();
        // Told twice, it is one receipt and one mail.
        await paper.ChangeAsync(newspaper => newspaper.Record(new DonationArrived(given.Id), paper.Clock.GetUtcNow()));
        await paper.RunJobsAsync();

        var mails = await paper.MailsAsync(postbox);
        Assert.Equal(2, mails.Count);
        var english = mails.Single(mail => mail.To.Mailboxes.Single().Address == "ada@example.org");
        Assert.Contains("2026-000001", english.Subject, StringComparison.Ordinal);
        Assert.Contains("$25", english.TextBody, StringComparison.Ordinal);
        // The browser in which she opens it asks her for nothing more.
        Assert.EndsWith("https://post.example/#s", english.TextBody!.Trim(), StringComparison.Ordinal);
        var text = TextOf(english);
        foreach (var found in new[] { "2026-000001", "Ada Lovelace", "$25 (USD)", "1 March 2026", "EIN 12-3456789", "Harbour Courier Foundation", "No goods or services" }) Assert.Contains(found, text, StringComparison.Ordinal);
        text = TextOf(mails.Single(mail => mail != english));
        foreach (var found in new[] { "2026-000001", "דנה לוי", "180", "580123456", "46-123", "סעיף" }) Assert.Contains(found, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_gives_out_receipts_a_giver_is_thanked_without_a_number()
    {
        await using var postbox = await Postbox.OpenAsync();
        await using var paper = await ReaderBrowser.OpenAsync(postbox, On.Sqlite);
        await paper.ArriveAsync(2500, "Ada Lovelace", "ada@example.org", March);
        await paper.RunJobsAsync();

        var mail = Assert.Single(await paper.MailsAsync(postbox));
        Assert.Empty(mail.Attachments);
        Assert.Contains("$25", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("2026-", mail.TextBody, StringComparison.Ordinal);
        Assert.Empty(await paper.ReceiptsAsync());
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task Numbers_have_neither_gaps_nor_twins_also_when_many_are_given_out_at_once(On on)
    {
        await using var paper = await Newsroom.OpenAsync(on);
        await paper.WorkerOf<Broadsheet.Storage.Outbox.JobWorker>().StopAsync(default);
        var entity = await paper.FoundAsync();
        var gifts = new List<Donation>();
        for (var one = 0; one < 12; one++) gifts.Add(await paper.ArriveAsync(500, "Ada", "ada@example.org", one < 10 ? March : new(2025, 12, 31)));

        async Task<bool> IssueAsync(Donation gift, bool fails)
        {
            try
            {
                await paper.AskAsync(newspaper => newspaper.WriteAsync(async () =>
                {
                    var donor = await newspaper.Donors.SingleAsync(row => row.Id == gift.DonorId);
                    await newspaper.IssueAsync(entity, gift, donor, paper.Clock.GetUtcNow(), default);
                    if (fails) throw new InvalidOperationException("The mail's row was refused.");
                    return true;
                }));
                return true;
            }
            catch (InvalidOperationException) when (fails)
            {
                return false;
            }
        }
        await Task.WhenAll(gifts.Select((gift, at) => Task.Run(() => IssueAsync(gift, fails: at % 4 == 3))));
        await paper.RunJobsAsync();

        var receipts = await paper.ReceiptsAsync();
        Assert.Equal(Enumerable.Range(1, 10), receipts.Where(row => row.Year == 2026).Select(row => row.Number).Order());
        Assert.Equal([1, 2], receipts.Where(row => row.Year == 2025).Select(row => row.Number).Order());
        Assert.Equal(12, receipts.Select(row => row.DonationId).Distinct().Count());
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_gift_by_card_has_a_receipt_until_all_of_it_is_given_back(On on)
    {
        await using var stripe = await StripeStandIn.StartAsync();
        await using var paper = await GivingPaper.OpenAsync(stripe, on);
        await paper.FoundAsync();
        var giver = stripe.World.Add("cus", new JsonObject { ["object"] = "customer", ["email"] = "ada@example.org", ["name"] = "Ada Lovelace" });
        stripe.World.Charge(giver, 2500, "usd", await paper.RequestAsync(2500));
        await paper.TellAsync(stripe.World.Events);
        await paper.RunJobsAsync();
        using var desk = await paper.AsAsync(Role.Publisher);
        var id = (await paper.ReceiptsAsync()).Single().DonationId;

        await RefundAsync("10");
        Assert.False((await paper.ReceiptsAsync()).Single().IsVoid);
        await RefundAsync("15");
        var receipt = (await paper.ReceiptsAsync()).Single();
        Assert.True(receipt.IsVoid);
        Assert.Equal(2500, receipt.Minor);
        Assert.Contains("Void: all of it was given back", await desk.ReadAsync($"/newsroom/donations/{id}"), StringComparison.Ordinal);
        Assert.Contains("This receipt is void", PdfTools.TextOf(await paper.DrawAsync(receipt)), StringComparison.Ordinal);

        async Task RefundAsync(string amount)
        {
            var form = ReaderBrowser.Hidden(await desk.ReadAsync($"/newsroom/donations/{id}"), "Id");
            Assert.Equal(302, (int)(await desk.SubmitAsync($"/newsroom/donations/{id}/refund", ("Id", form), ("Amount", amount))).StatusCode);
            await paper.TellAsync(stripe.World.Events);
        }
    }

    [Fact]
    public async Task What_was_given_back_before_its_receipt_has_none()
    {
        await using var paper = await Newsroom.OpenAsync();
        await paper.WorkerOf<Broadsheet.Storage.Outbox.JobWorker>().StopAsync(default);
        await paper.FoundAsync();
        await paper.TakeBackAsync(await paper.ArriveAsync(2500, "Ada Lovelace", "ada@example.org", March), March);
        await paper.RunJobsAsync();

        Assert.Empty(await paper.ReceiptsAsync());
        Assert.Equal(0, await paper.AskAsync(newspaper => newspaper.Set<Broadsheet.Mail.OutgoingMail>().CountAsync()));
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_void_receipt_keeps_its_number_and_another_has_it_with_a_mark(On on)
    {
        await using var paper = await Newsroom.OpenAsync(on);
        await paper.FoundAsync();
        var gift = await paper.ArriveAsync(2500, "Ada", "ada@example.org", March);
        await paper.RunJobsAsync();
        using var desk = await paper.AsAsync(Role.Publisher);
        var page = $"/newsroom/donations/{gift.Id}";

        await desk.SubmitAsync($"{page}/receipt/cancellation", ("VoidedWhy", ""));
        Assert.False((await paper.ReceiptsAsync()).Single().IsVoid);
        await desk.SubmitAsync($"{page}/receipt/cancellation", ("VoidedWhy", "The name was wrong"));
        Assert.Contains("Void: The name was wrong", await desk.ReadAsync(page), StringComparison.Ordinal);
        var last = ReaderBrowser.Hidden(await desk.ReadAsync(page), "Last");
        var refused = await desk.SubmitAsync($"{page}/receipt", ("Last", last), ("ReceiptName", "Ada L."), ("ReceiptAddress", "12 St James’s Square"), ("ReplacedWhy", ""));
        Assert.Equal(422, (int)refused.StatusCode);
        foreach (var kept in new[] { "value=\"Ada L.\"", "12 St James’s Square" }) Assert.Contains(kept, await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        for (var twice = 0; twice < 2; twice++)
            await desk.SubmitAsync($"{page}/receipt", ("Last", last), ("ReceiptName", "Ada Lovelace"), ("ReceiptAddress", "12 St James’s Square\nLondon"), ("ReplacedWhy", "The name was wrong"));

        var receipts = await paper.ReceiptsAsync();
        Assert.Equal(["2026-000001", "2026-000001-R1"], receipts.Select(row => row.Mark));
        Assert.Equal([true, false], receipts.Select(row => row.IsVoid));
        using var file = await desk.GetAsync($"/newsroom/receipts/{receipts[1].Id}.pdf");
        var text = PdfTools.TextOf(await file.Content.ReadAsByteArrayAsync());
        foreach (var found in new[] { "2026-000001-R1", "Ada Lovelace", "London", "takes the place" }) Assert.Contains(found, text, StringComparison.Ordinal);
        Assert.Contains("2026-000001-R1", await desk.ReadAsync("/newsroom/receipts?year=2026"), StringComparison.Ordinal);
        // The next gift's receipt knows where she lives, and has the next number.
        await paper.ArriveAsync(500, "Ada", "ada@example.org", March);
        await paper.RunJobsAsync();
        var next = (await paper.ReceiptsAsync())[^1];
        Assert.Equal(("2026-000002", "12 St James’s Square\nLondon"), (next.Mark, next.Giver.Address));
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task Erased_she_is_seen_by_no_desk_and_her_receipts_are_destroyed_on_time(On on)
    {
        await using var paper = await Newsroom.OpenAsync(on, machine => machine with { Paper = new() { Address = ReaderBrowser.Paper } });
        await paper.FoundAsync();
        var gift = await paper.ArriveAsync(2500, "Ada Lovelace", "ada@example.org", March);
        await paper.ArriveAsync(700, "Grace Hopper", "grace@example.org", March);
        await paper.RunJobsAsync();
        var hers = (await paper.ReceiptsAsync()).Single(row => row.DonationId == gift.Id);
        using var desk = await paper.AsAsync(Role.Publisher);
        using var stranger = ReaderBrowser.ReaderIn(paper);
        await stranger.SignInAsync(paper, "grace@example.org");
        using var reader = ReaderBrowser.ReaderIn(paper);
        var key = await reader.SignInAsync(paper, "ada@example.org");

        Assert.Contains($"/account/receipts/{hers.PublicId}.pdf", await reader.ReadAsync("/account"), StringComparison.Ordinal);
        Assert.Contains(hers.Mark, await reader.ReadAsync("/account/export.json"), StringComparison.Ordinal);
        using var own = await reader.GetAsync($"/account/receipts/{hers.PublicId}.pdf");
        Assert.Contains("Ada Lovelace", PdfTools.TextOf(await own.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
        Assert.Equal(404, (int)(await stranger.GetAsync($"/account/receipts/{hers.PublicId}.pdf")).StatusCode);

        Assert.Equal(200, (await reader.SubmitAsync("/account/erasure", ("key", key)).TellAsync()).Status);
        Assert.Equal(404, (int)(await desk.GetAsync($"/newsroom/receipts/{hers.Id}.pdf")).StatusCode);
        var seen = await desk.ReadAsync("/newsroom/receipts?year=2026") + await desk.ReadAsync($"/newsroom/donations/{gift.Id}") + await desk.ReadAsync("/newsroom/donations?q=Ada");
        Assert.DoesNotContain("Lovelace", seen, StringComparison.Ordinal);
        Assert.DoesNotContain(hers.Mark + "<", seen, StringComparison.Ordinal);
        Assert.Contains("Grace Hopper", seen, StringComparison.Ordinal);
        var kept = (await paper.ReceiptsAsync()).Single(row => row.Id == hers.Id);
        Assert.Equal(("Ada Lovelace", new DateOnly(2037, 1, 1)), (kept.Giver.Name, kept.DestroyOn));

        await paper.WorkerOf<ReaderCleaning>().CleanAsync(default);
        Assert.Equal(2, (await paper.ReceiptsAsync()).Count);
        paper.Clock.Advance(new DateTimeOffset(2036, 12, 31, 12, 0, 0, TimeSpan.Zero) - paper.Clock.GetUtcNow());
        await paper.WorkerOf<ReaderCleaning>().CleanAsync(default);
        Assert.Equal(2, (await paper.ReceiptsAsync()).Count);
        paper.Clock.Advance(TimeSpan.FromDays(1));
        await paper.WorkerOf<ReaderCleaning>().CleanAsync(default);
        Assert.Equal("Grace Hopper", Assert.Single(await paper.ReceiptsAsync()).Giver.Name);
        Assert.Empty(await paper.CheckBooksAsync());
    }

    private static string TextOf(MimeMessage mail)
    {
        var part = Assert.IsType<MimePart>(Assert.Single(mail.Attachments));
        Assert.Equal("application/pdf", part.ContentType.MimeType);
        Assert.EndsWith(".pdf", part.FileName, StringComparison.Ordinal);
        using var bytes = new MemoryStream();
        part.Content!.DecodeTo(bytes);
        return PdfTools.TextOf(bytes.ToArray());
    }
}
