using Broadsheet.Accounts;
using Broadsheet.Giving;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Tests.Readers.ReaderBrowser;

namespace Broadsheet.Tests.Giving;

/// <summary>Who is named in public.</summary>
public class SupportersTests
{
    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task Who_agreed_is_named_nobody_else_is_and_a_renewal_brings_no_name_back(On on)
    {
        await using var stripe = await StripeStandIn.StartAsync();
        await using var paper = await GivingPaper.OpenAsync(stripe, on);
        var ada = await GiveAsync(stripe.World, paper, "ada@example.org", "Ada of the Quay");
        await GiveAsync(stripe.World, paper, "secret@example.org", "");
        using var browser = ReaderIn(paper);
        var page = await browser.ReadAsync("/supporters");
        Assert.Contains("Ada of the Quay", page, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", page, StringComparison.Ordinal);

        // She takes it off herself; the next payment of the same series says nothing new.
        var key = await browser.SignInAsync(paper, "ada@example.org");
        Assert.Contains("value=\"Ada of the Quay\"", await browser.ReadAsync("/account"), StringComparison.Ordinal);
        Assert.Equal(302, (int)(await browser.SubmitAsync("/account/supporter", ("key", key), ("name", ""))).StatusCode);
        Assert.DoesNotContain("Ada", await browser.ReadAsync("/supporters"), StringComparison.Ordinal);
        var before = stripe.World.Events.Count;
        stripe.World.Now += 30 * 86400;
        paper.Clock.Advance(TimeSpan.FromDays(30));
        stripe.World.Renew(ada);
        await paper.TellAsync(stripe.World.Events.Skip(before));
        Assert.Equal(3, await paper.AskAsync(newspaper => newspaper.Donations.CountAsync()));
        Assert.DoesNotContain("Ada", await browser.ReadAsync("/supporters"), StringComparison.Ordinal);

        key = await browser.SignInAsync(paper, "secret@example.org");
        await browser.SubmitAsync("/account/supporter", ("key", key), ("name", "A. <Friend>"));
        Assert.Contains("A. &lt;Friend&gt;", await browser.ReadAsync("/supporters"), StringComparison.Ordinal);
        using var desk = await paper.AsAsync(Role.Publisher);
        Assert.Contains("A. &lt;Friend&gt;", await desk.ReadAsync("/newsroom/supporters"), StringComparison.Ordinal);
        var id = await paper.AskAsync(newspaper => newspaper.Set<Broadsheet.Giving.Supporters.Supporter>().Select(row => row.Id).SingleAsync());
        Assert.Equal(302, (int)(await desk.SubmitAsync($"/newsroom/supporters/{id}/removal")).StatusCode);
        Assert.DoesNotContain("Friend", await browser.ReadAsync("/supporters"), StringComparison.Ordinal);
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task Whom_the_law_has_the_paper_name_is_named_with_the_reason_until_it_went_back_or_she_is_erased(On on)
    {
        await using var stripe = await StripeStandIn.StartAsync();
        await using var paper = await GivingPaper.OpenAsync(stripe, on);
        var (year, day) = (paper.Clock.GetUtcNow().Year, new DateOnly(paper.Clock.GetUtcNow().Year, 3, 1));
        var large = await paper.ArriveAsync(600_000, "Grace Hopper", "grace@example.org", day);
        await paper.ArriveAsync(500_000, "Ada Lovelace", "ada@example.org", day);
        await paper.ArriveAsync(500_000, "Ada Lovelace", "ada@example.org", day);
        await paper.ArriveAsync(500_000, "Mary Somerville", "mary@example.org", day);
        using var desk = await paper.AsAsync(Role.Publisher);
        Assert.Contains("No limit is set", await desk.ReadAsync("/newsroom/supporters"), StringComparison.Ordinal);
        Assert.Equal(422, (int)(await desk.SubmitAsync($"/newsroom/supporters/terms/{paper.Edition.Id}", ("Limit", "5000"), ("Currency", "usd"), ("Law", ""))).StatusCode);
        Assert.Equal(302, (int)(await desk.SubmitAsync($"/newsroom/supporters/terms/{paper.Edition.Id}", ("Limit", "5000"), ("Currency", "usd"), ("Law", "The Press Finance Act asks for it."))).StatusCode);
        var page = await desk.ReadAsync($"/newsroom/supporters?year={year}");
        Assert.Equal(2, page.Split("must be named").Length - 1);
        Assert.DoesNotContain("Mary", page, StringComparison.Ordinal);

        foreach (var (donor, name) in await paper.AskAsync(async newspaper => (await newspaper.Donors.Where(row => row.Name != "Mary Somerville").ToListAsync()).Select(row => (row.Id, row.Name))))
            Assert.Equal(302, (int)(await desk.SubmitAsync($"/newsroom/supporters/disclosures/{paper.Edition.Id}", ("Donor", $"{donor}"), ("Year", $"{year}"), ("Name", $"{name}, Port"))).StatusCode);
        using var browser = ReaderIn(paper);
        var read = await browser.ReadAsync("/supporters");
        foreach (var said in new[] { "Grace Hopper, Port", "Ada Lovelace, Port", "$10,000", "The Press Finance Act asks for it." }) Assert.Contains(said, read, StringComparison.Ordinal);

        Assert.Equal(302, (int)(await desk.SubmitAsync($"/newsroom/donations/{large.Id}/reversal", ("Reason", "Sent back"))).StatusCode);
        read = await browser.ReadAsync("/supporters");
        Assert.DoesNotContain("Grace", read, StringComparison.Ordinal);
        Assert.Contains("Ada Lovelace, Port", read, StringComparison.Ordinal);

        await browser.SignInAsync(paper, "ada@example.org");
        await paper.AskAsync(async newspaper => await newspaper.WriteAsync(async () =>
        {
            var reader = await newspaper.Set<Broadsheet.Readers.Reader>().SingleAsync(row => row.Address == "ada@example.org");
            using var road = new Broadsheet.Giving.Cards.StripeRoad(paper.Machine);
            await new AccountGiving(newspaper, road, paper.Clock).EraseAsync(reader, default);
            return true;
        }));
        Assert.DoesNotContain("Ada", await browser.ReadAsync("/supporters"), StringComparison.Ordinal);
        Assert.Empty(await paper.CheckBooksAsync());
    }

    private static async Task<System.Text.Json.Nodes.JsonObject> GiveAsync(StripeWorld world, Newsroom paper, string address, string name)
    {
        var giver = world.Add("cus", new System.Text.Json.Nodes.JsonObject { ["object"] = "customer", ["email"] = address, ["name"] = "Card Holder" });
        var (before, series) = (world.Events.Count, world.Subscribe(giver, 500, "usd", "month", await paper.RequestAsync(500, Frequency.Monthly, new() { PublicName = name })));
        world.Renew(series);
        await paper.TellAsync(world.Events.Skip(before));
        return series;
    }
}
