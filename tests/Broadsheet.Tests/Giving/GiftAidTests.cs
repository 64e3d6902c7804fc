using Broadsheet.Giving;
using Broadsheet.Giving.Receipts;
using Broadsheet.Giving.Receipts.GiftAid;
using Broadsheet.Readers;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Tests.Readers.ReaderBrowser;

namespace Broadsheet.Tests.Giving;

/// <summary>A giver to a UK charity declares Gift Aid herself.</summary>
public class GiftAidTests
{
    private static readonly EntityDetails Charity = ReceiptPaper.Foundation with { Kind = ReceiptKind.UkGiftAid, Country = "GB", Name = "Harbour Trust", Registration = "1122334" };

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task She_declares_with_her_gift_it_stands_on_the_receipt_and_she_takes_it_back(On on)
    {
        await using var stripe = await StripeStandIn.StartAsync();
        await using var paper = await GivingPaper.OpenAsync(stripe, on);
        using var browser = ReaderIn(paper);
        Assert.DoesNotContain("name=\"aid\"", await browser.ReadAsync("/give"), StringComparison.Ordinal);
        await paper.FoundAsync(Charity);
        var form = await browser.ReadAsync("/give?amount=10");
        Assert.Contains("I am a UK taxpayer and want Harbour Trust", form, StringComparison.Ordinal);
        paper.Clock.Advance(TimeSpan.FromSeconds(3));
        (string, string)[] Fields(string name, string home) =>
            [("form", Hidden(form, "form")), ("amount", "10"), ("every", "monthly"), ("aid", "true"), ("aid-name", name), ("aid-home", home)];
        var (status, refused) = await browser.SubmitAsync("/give", Fields("Lovelace", "12")).TellAsync();
        Assert.Equal(422, status);
        Assert.Contains("first name or initial and your surname", refused, StringComparison.Ordinal);
        Assert.Contains("home address with its postcode", (await browser.SubmitAsync("/give", Fields("Ada Lovelace", "12")).TellAsync()).Text, StringComparison.Ordinal);

        using var onward = await browser.SubmitAsync("/give", Fields("Ada Lovelace", "12 St James Square\nLondon SW1Y 4JH"));
        var there = onward.Headers.GetValues("Refresh").Single();
        var session = stripe.World.Things[there[(there.LastIndexOf('/') + 1)..]];
        Assert.Equal(0, await paper.AskAsync(newspaper => newspaper.GiftAidDeclarations.CountAsync()));
        stripe.World.Pay(session, "ada@example.org", "A LOVELACE");
        await paper.TellAsync(stripe.World.Events);
        await paper.TellAsync(stripe.World.Events);
        await paper.RunJobsAsync();

        var declaration = await paper.AskAsync(newspaper => newspaper.GiftAidDeclarations.SingleAsync());
        Assert.Equal(("Ada Lovelace", "12 St James Square\nLondon SW1Y 4JH"), (declaration.Name, declaration.Home));
        Assert.Contains("it is my responsibility to pay any difference", declaration.Statement, StringComparison.Ordinal);
        var receipt = Assert.Single(await paper.ReceiptsAsync());
        Assert.Equal(("Ada Lovelace", true), (receipt.Giver.Name, receipt.Giver.HasDeclared));
        // It stands in one place alone.
        Assert.DoesNotContain("St James", await paper.AskAsync(async newspaper => string.Join(' ', (await newspaper.Donations.ToListAsync()).Select(row => $"{row.Wish}").Concat((await newspaper.RecurringDonations.ToListAsync()).Select(row => $"{row.Wish}")).Concat((await newspaper.DonationRequests.ToListAsync()).Select(row => $"{row.Wish}")))), StringComparison.Ordinal);

        var key = await browser.SignInAsync(paper, "ada@example.org");
        Assert.Contains("Declared to", await browser.ReadAsync("/account"), StringComparison.Ordinal);
        Assert.Equal(302, (int)(await browser.SubmitAsync("/account/gift-aid/revocation", ("key", key))).StatusCode);
        Assert.DoesNotContain("Declared to", await browser.ReadAsync("/account"), StringComparison.Ordinal);
        var before = stripe.World.Events.Count;
        stripe.World.Renew(stripe.World.Things.Values.Single(one => (string)one["object"]! == "subscription"));
        await paper.TellAsync(stripe.World.Events.Skip(before));
        await paper.RunJobsAsync();
        Assert.Equal([true, false], (await paper.ReceiptsAsync()).Select(row => row.Giver.HasDeclared));
    }

    [Fact]
    public async Task Erased_it_is_closed_and_destroyed_when_the_law_no_longer_has_it_kept()
    {
        await using var stripe = await StripeStandIn.StartAsync();
        await using var paper = await GivingPaper.OpenAsync(stripe);
        var entity = await paper.FoundAsync(Charity);
        var gift = await paper.ArriveAsync(1000, "Ada Lovelace", "ada@example.org", new(2026, 3, 1));
        await paper.ChangeAsync(newspaper => newspaper.GiftAidDeclarations.Add(new GiftAidDeclaration(gift.DonorId, entity.Id, Guid.CreateVersion7(), new("Ada Lovelace", "London SW1", "I pay"), paper.Clock.GetUtcNow())));
        using var browser = ReaderIn(paper);
        await browser.SignInAsync(paper, "ada@example.org");
        await paper.AskAsync(newspaper => newspaper.WriteAsync(async () =>
        {
            var reader = await newspaper.Set<Reader>().SingleAsync(row => row.Address == "ada@example.org");
            using var road = new Broadsheet.Giving.Cards.StripeRoad(paper.Machine);
            await new AccountGiving(newspaper, road, paper.Clock).EraseAsync(reader, default);
            return true;
        }));

        var kept = await paper.AskAsync(newspaper => newspaper.GiftAidDeclarations.AsNoTracking().SingleAsync());
        Assert.Equal(new DateOnly(2026 + LegalEntity.DefaultYears + 1, 1, 1), kept.DestroyOn);
        Assert.NotNull(kept.RevokedAt);
        await paper.AskAsync(newspaper => newspaper.WriteAsync(async () => { await new ReceiptErasure().RemoveAsync(newspaper, new DateTimeOffset(2037, 1, 2, 0, 0, 0, TimeSpan.Zero), default); return true; }));
        Assert.Equal(0, await paper.AskAsync(newspaper => newspaper.GiftAidDeclarations.CountAsync()));
    }
}
