using Broadsheet.Accounts;
using Broadsheet.Giving.Receipts;
using Broadsheet.Giving.Receipts.Desk;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Print;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Giving;

/// <summary>Who gives out receipts, and what the law has them say.</summary>
public class EntityTests
{
    [Theory]
    [InlineData(ReceiptKind.Plain, "")]
    [InlineData(ReceiptKind.Us501c3, "Registration")]
    [InlineData(ReceiptKind.UkGiftAid, "Registration Address")]
    [InlineData(ReceiptKind.Israel46, "Registration Approval Address")]
    [InlineData(ReceiptKind.Germany, "Address Registration Approval Purpose Signatory")]
    public void A_kind_is_chosen_only_with_what_it_must_say(ReceiptKind kind, string needs)
    {
        var country = kind switch { ReceiptKind.Us501c3 => "US", ReceiptKind.UkGiftAid => "GB", ReceiptKind.Israel46 => "IL", ReceiptKind.Germany => "DE", _ => "FR" };
        var problems = new EntityForm(new() { Kind = kind, Name = "Foundation", Country = country }, "10", []).Check(new Dictionary<string, string>());
        Assert.Equal(needs.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), problems.All.Select(one => one.Field).Order());
        Assert.Equal(kind != ReceiptKind.Plain, new EntityForm(new() { Kind = kind, Name = "Foundation", Country = "FR" }, "10", []).Check(new Dictionary<string, string>())["Country"] is not null);
    }

    [Theory]
    [InlineData(ReceiptKind.Plain, false, "not tax-deductible", "Gift Aid")]
    [InlineData(ReceiptKind.Us501c3, false, "No goods or services were provided", "Gift Aid")]
    [InlineData(ReceiptKind.UkGiftAid, true, "Ada Lovelace has declared that Harbour", "No Gift Aid declaration")]
    [InlineData(ReceiptKind.UkGiftAid, false, "No Gift Aid declaration was made", "has declared")]
    [InlineData(ReceiptKind.Israel46, false, "approval FA-77", "Gift Aid")]
    [InlineData(ReceiptKind.Germany, false, "zwei – fünf – Komma – null – null USD", "Gift Aid")]
    public async Task A_receipt_says_what_its_law_asks(ReceiptKind kind, bool hasDeclared, string says, string saysNot)
    {
        await using var paper = await Newsroom.OpenAsync();
        var entity = await paper.FoundAsync(ReceiptPaper.Foundation with { Kind = kind, Approval = "FA-77", Purpose = "the press", Signatory = "Jean Bartik, treasurer" });
        var gift = await paper.ArriveAsync(2500, "Ada Lovelace", "ada@example.org", new(2026, 3, 1));
        var receipt = new Receipt(entity, gift, 1, 0, new("Ada Lovelace", "London", hasDeclared), paper.Clock.GetUtcNow());

        var text = string.Join(' ', PdfTools.TextOf(await paper.DrawAsync(receipt)).Split((char[])[' ', '\n', '\r', '\f'], StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(says, text, StringComparison.Ordinal);
        Assert.DoesNotContain(saysNot, text, StringComparison.Ordinal);
        Assert.Equal(await paper.DrawAsync(receipt), await paper.DrawAsync(receipt));
    }

    [Fact]
    public async Task An_edition_has_one_and_what_was_typed_is_kept_when_something_is_wrong()
    {
        await using var paper = await Newsroom.OpenAsync();
        using var desk = await paper.AsAsync(Role.Publisher);
        (string, string)[] Fields(string number, string years) =>
            [("Name", "Harbour Foundation"), ("Country", "us"), ("Registration", number), ("Kind", "Us501c3"), ("Years", years), ("Editions", $"{paper.Edition.Id}")];

        var refused = await desk.SubmitAsync("/newsroom/receipts/entities", Fields("", "99"));
        Assert.Equal(422, (int)refused.StatusCode);
        var text = await refused.Content.ReadAsStringAsync();
        foreach (var kept in new[] { "Harbour Foundation", "value=\"99\"", "A receipt of this kind must say it", "from 1 to 30" }) Assert.Contains(kept, text, StringComparison.Ordinal);
        Assert.Equal(302, (int)(await desk.SubmitAsync("/newsroom/receipts/entities", Fields("12-3456789", "7"))).StatusCode);
        Assert.Contains("gives out receipts for it already", await (await desk.SubmitAsync("/newsroom/receipts/entities", Fields("12-3456789", "7"))).Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var entity = await paper.AskAsync(newspaper => newspaper.LegalEntities.SingleAsync());
        Assert.Equal(("US", 7, ReceiptKind.Us501c3), (entity.Details.Country, entity.KeepYears, entity.Details.Kind));
        var revision = ("Revision", Readers.ReaderBrowser.Hidden(await desk.ReadAsync($"/newsroom/receipts/entities/{entity.Id}"), "Revision"));
        Assert.Equal(302, (int)(await desk.SubmitAsync($"/newsroom/receipts/entities/{entity.Id}", [revision, .. Fields("98-7654321", "7")[..^1]])).StatusCode);
        Assert.Empty(await paper.AskAsync(newspaper => newspaper.EntityEditions.ToListAsync()));
        Assert.Contains("98-7654321", await desk.ReadAsync($"/newsroom/receipts/entities/{entity.Id}"), StringComparison.Ordinal);

        // Whoever had the page open before that overwrites nothing unseen, and loses nothing.
        var late = await desk.SubmitAsync($"/newsroom/receipts/entities/{entity.Id}", [revision, .. Fields("55-5555555", "7")]);
        Assert.Equal(409, (int)late.StatusCode);
        var both = await late.Content.ReadAsStringAsync();
        foreach (var one in new[] { "98-7654321", "55-5555555" }) Assert.Contains(one, both, StringComparison.Ordinal);
        Assert.Equal("98-7654321", (await paper.AskAsync(newspaper => newspaper.LegalEntities.AsNoTracking().SingleAsync())).Details.Registration);
    }
}
