using System.Text.Json.Nodes;
using Broadsheet.Accounts;
using Broadsheet.Commands;
using Broadsheet.Giving;
using Broadsheet.Members;
using Broadsheet.Members.Adoption;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Giving;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Members;

/// <summary>What readers pay at Stripe before there is this paper.</summary>
public class AdoptionTests
{
    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task Foreign_subscriptions_go_on_here_and_their_next_payment_stands_in_the_books(On on)
    {
        await using var stripe = await StripeStandIn.StartAsync();
        await using var paper = await GivingPaper.OpenAsync(stripe, on);
        var (world, tier) = (stripe.World, new Tier(paper.Edition.Id, "Friend", "USD"));
        var monthly = Series(world, "ada@example.org", 500);
        var yearly = Series(world, "grace@example.org", 7000, "year");
        var late = Series(world, "mary@example.org", 900);
        var nameless = Series(world, null, 300);
        var ended = Series(world, "eve@example.org", 500);
        var weekly = Series(world, "joan@example.org", 200, "week");
        world.Renew(monthly);
        world.FailRenewal(late);
        world.Cancel(ended);
        tier.Change("Friend", "All stories", 700, 7000, 0, true, $"price_else\n{PriceOf(yearly)}");
        await paper.ChangeAsync(newspaper => newspaper.Tiers.Add(tier));
        // What was told of before anybody took it over is nobody's donation.
        await paper.TellAsync(world.Events);
        Assert.Empty(await SeriesAsync(paper));

        var said = await AdoptAsync(paper, isDry: true);
        Assert.Contains("4 subscriptions would be taken over.", said, StringComparison.Ordinal);
        Assert.Contains($"{ended["id"]}  -  it has ended", said, StringComparison.Ordinal);
        Assert.Contains($"{weekly["id"]}  -  neither by the month nor by the year", said, StringComparison.Ordinal);
        Assert.Contains($"{nameless["id"]}  3.00 USD  Monthly  A gift  no mail address", said, StringComparison.Ordinal);
        Assert.Contains($"{yearly["id"]}  70.00 USD  Yearly  Friend", said, StringComparison.Ordinal);
        Assert.DoesNotContain("example.org", said, StringComparison.Ordinal);
        Assert.Empty(await SeriesAsync(paper));

        Assert.Contains("4 subscriptions were taken over.", await AdoptAsync(paper), StringComparison.Ordinal);
        Assert.Contains("There was nothing to take over.", await AdoptAsync(paper), StringComparison.Ordinal);
        var series = await SeriesAsync(paper);
        Assert.Equal(4, series.Count);
        Assert.Equal(tier.PublicId, series.Single(row => row.Frequency == Frequency.Yearly).Wish.Tier);
        Assert.Equal(RecurringState.PastDue, series.Single(row => row.StripeId == (string)late["id"]!).State);
        Assert.Equal(4, await paper.AskAsync(newspaper => newspaper.Donors.CountAsync()));
        await paper.RunJobsAsync();
        Assert.Equal(0, await paper.AskAsync(newspaper => newspaper.Set<global::Broadsheet.Mail.OutgoingMail>().CountAsync()));

        var before = world.Events.Count;
        world.Now = paper.Clock.GetUtcNow().AddDays(1).ToUnixTimeSeconds();
        paper.Clock.Advance(TimeSpan.FromDays(1));
        foreach (var one in new[] { monthly, yearly, late, nameless }) world.Renew(one);
        await paper.TellAsync(world.Events.Skip(before));
        var books = await paper.BooksAsync();
        Assert.Contains("Income:Donations:Recurring -1700 USD (3)", books, StringComparison.Ordinal);
        Assert.Contains("Income:Memberships -7000 USD (1)", books, StringComparison.Ordinal);
        Assert.Contains("Equity:Unsorted -500 USD (1)", books, StringComparison.Ordinal);

        // The payment of before is told of again, and goes back: it still is nobody's donation.
        world.Refund(world.Things.Values.First(one => (string)one["object"]! == "charge" && (long)one["amount"]! == 500), 500);
        await paper.TellAsync(world.Events.Select(told => (JsonObject)told.DeepClone()));
        Assert.Equal(4, await paper.AskAsync(newspaper => newspaper.Donations.CountAsync()));
        Assert.Empty(await paper.CheckBooksAsync());
    }

    [Fact]
    public async Task The_desk_sees_what_would_be_taken_over_and_takes_it_over()
    {
        await using var stripe = await StripeStandIn.StartAsync();
        await using var paper = await GivingPaper.OpenAsync(stripe);
        for (var one = 0; one < 130; one++) Series(stripe.World, $"giver{one}@example.org", 500 + one);
        using var desk = await paper.AsAsync(Role.Publisher);
        Assert.Contains("/newsroom/donations/adoption", await desk.ReadAsync("/newsroom/donations"), StringComparison.Ordinal);
        var page = await desk.ReadAsync("/newsroom/donations/adoption");
        Assert.Contains("130 subscriptions to take over", page, StringComparison.Ordinal);
        Assert.Contains("giver129", page, StringComparison.Ordinal);

        for (var twice = 0; twice < 2; twice++) Assert.Equal(302, (int)(await desk.SubmitAsync("/newsroom/donations/adoption")).StatusCode);
        Assert.Equal(130, (await SeriesAsync(paper)).Count);
        Assert.Contains("There is nothing to take over.", await desk.ReadAsync("/newsroom/donations/adoption"), StringComparison.Ordinal);
        Assert.Equal(1, await paper.AskAsync(newspaper => newspaper.AuditEntries.CountAsync(row => row.Act == "stripe-adopted")));

        stripe.IsDown = true;
        Assert.Contains("Stripe did not answer", await desk.ReadAsync("/newsroom/donations/adoption"), StringComparison.Ordinal);
    }

    private static JsonObject Series(StripeWorld world, string? mail, long amount, string every = "month") =>
        world.Subscribe(world.Add("cus", new JsonObject { ["object"] = "customer", ["email"] = mail, ["name"] = mail is null ? "Nobody" : mail.Split('@')[0] }), amount, "usd", every, []);

    private static string PriceOf(JsonObject series) => (string)series["items"]!["data"]![0]!["price"]!["id"]!;

    private static Task<List<RecurringDonation>> SeriesAsync(Newsroom paper) => paper.AskAsync(newspaper => newspaper.RecurringDonations.AsNoTracking().ToListAsync());

    private static async Task<string> AdoptAsync(Newsroom paper, bool isDry = false)
    {
        await using var scope = paper.App.Services.CreateAsyncScope();
        using var output = new StringWriter();
        await StripeCommand.AdoptAsync(scope.ServiceProvider.GetRequiredService<StripeAdoption>(), paper.Edition.Id, [], isDry, output);
        return output.ToString();
    }
}
