using System.Text.Json.Nodes;
using Broadsheet.Giving;
using Broadsheet.Giving.Books;
using Broadsheet.Giving.Cards;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Giving;

/// <summary>Promise 7: money balances, whatever order Stripe tells it in.</summary>
public class LedgerTests
{
    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task Twenty_lives_shuffled_and_repeated_make_one_ledger(On on)
    {
        await using var stripe = await StripeStandIn.StartAsync();
        await using var straight = await GivingPaper.OpenAsync(stripe, on);
        var lives = new List<JsonObject>();
        for (var one = 0; one < 20; one++) lives.Add(await LiveAsync(stripe.World, straight, one));
        stripe.World.PayOut(1000, "usd");
        await straight.TellAsync(stripe.World.Events);
        var (books, donations) = (await straight.BooksAsync(), await DonationsAsync(straight));
        Assert.Empty(await straight.CheckBooksAsync());
        Assert.Contains("Income:Donations:Recurring", books, StringComparison.Ordinal);

        // Five times each, in an order that no network would dare: again into the same books, and into empty ones.
        var random = new Random(7);
        var shuffled = Enumerable.Repeat(stripe.World.Events, 5).SelectMany(all => all).OrderBy(_ => random.Next()).Select(one => (JsonObject)one.DeepClone()).ToList();
        await straight.TellAsync(shuffled);
        Assert.Equal(books, await straight.BooksAsync());

        await using var other = await GivingPaper.OpenAsync(stripe, on);
        foreach (var life in lives) await other.ChangeAsync(newspaper => newspaper.DonationRequests.Add(new DonationRequest(Guid.Parse((string)life[BeginPayment.RequestKey]!), new(500, "USD"), Frequency.Monthly, new(), other.Edition.Id, other.Clock.GetUtcNow())));
        await other.TellAsync(shuffled);
        Assert.Equal(books, await other.BooksAsync());
        Assert.Equal(donations, await DonationsAsync(other));
        Assert.Empty(await other.CheckBooksAsync());
    }

    // 200 orders are promised and were run; each whole run of the tests has a part of them (ORDERS=200 has them all).
    private static readonly int Orders = int.TryParse(Environment.GetEnvironmentVariable("ORDERS"), out var asked) ? asked : 20;

    [Fact]
    public async Task A_life_in_many_orders_is_one_ledger()
    {
        await using var stripe = await StripeStandIn.StartAsync();
        await using var paper = await GivingPaper.OpenAsync(stripe);
        await LiveAsync(stripe.World, paper, 3);
        var facts = await FactsAsync(stripe, paper);
        var random = new Random(200);
        string? first = null;
        for (var order = 0; order < Orders; order++)
        {
            await EmptyAsync(paper);
            // A payment is known before what moves by it: that is how it is asked for. All else comes as it likes, five times.
            var pieces = facts.Movements.Select(moved => new Facts(facts.Series, facts.Payments, [moved]))
                .Concat(facts.Payments.Select(paid => new Facts(facts.Series, [paid], []))).Concat(facts.Series.Select(series => new Facts([series], [], [])));
            var batch = Enumerable.Repeat(pieces, 5).SelectMany(all => all).OrderBy(_ => random.Next()).ToList();
            await paper.AskAsync(async newspaper => await newspaper.WriteAsync(async () =>
            {
                foreach (var piece in batch) await new FactBook(newspaper, paper.Clock).WriteAsync(piece, default);
                return true;
            }));
            var books = await paper.BooksAsync();
            first ??= books;
            Assert.Equal(first, books);
        }
        Assert.Empty(await paper.CheckBooksAsync());
    }

    [Fact]
    public async Task What_was_not_signed_by_Stripe_is_old_or_of_the_other_mode_leaves_no_row()
    {
        await using var stripe = await StripeStandIn.StartAsync();
        await using var paper = await GivingPaper.OpenAsync(stripe);
        stripe.World.PayOut(100, "usd");
        var told = stripe.World.Events[0];
        var now = paper.Clock.GetUtcNow();

        Assert.Equal(400, (int)(await StripeStandIn.SendAsync(paper.Client, told, now, "whsec_of_somebody_else")).StatusCode);
        Assert.Equal(400, (int)(await StripeStandIn.SendAsync(paper.Client, told, now.AddMinutes(-6))).StatusCode);
        Assert.Equal(400, (int)(await paper.Client.PostAsync("/webhooks/stripe", new StringContent(told.ToJsonString()))).StatusCode);
        var live = (JsonObject)told.DeepClone();
        live["livemode"] = true;
        Assert.Equal(400, (int)(await StripeStandIn.SendAsync(paper.Client, live, now)).StatusCode);
        Assert.Equal(400, (int)(await StripeStandIn.SendAsync(paper.Client, new JsonObject { ["id"] = "evt_1" }, now)).StatusCode);
        // Longer than anything that Stripe sends, and signed all the same; whether its length is said or not.
        var endless = (JsonObject)told.DeepClone();
        endless["padding"] = new string('x', 1 << 20);
        foreach (var isSaid in new[] { true, false }) Assert.True(await Refusal.IsAsync(() => StripeStandIn.SendAsync(paper.Client, endless, now, isLengthSaid: isSaid)));
        Assert.Equal(0, await paper.AskAsync(newspaper => newspaper.StripeEvents.CountAsync()));

        Assert.Equal(200, (int)(await StripeStandIn.SendAsync(paper.Client, told, now)).StatusCode);
        Assert.Equal(200, (int)(await StripeStandIn.SendAsync(paper.Client, told, now)).StatusCode);
        Assert.Equal(1, await paper.AskAsync(newspaper => newspaper.StripeEvents.CountAsync()));
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task What_no_event_told_of_is_booked_at_night_and_another_sale_is_no_donation(On on)
    {
        await using var stripe = await StripeStandIn.StartAsync();
        await using var paper = await GivingPaper.OpenAsync(stripe, on);
        var giver = stripe.World.Add("cus", new JsonObject { ["object"] = "customer", ["email"] = "ada@example.org", ["name"] = "Ada" });
        var charge = stripe.World.Charge(giver, 2500, "usd", await paper.RequestAsync(2500));
        stripe.World.Refund(charge, 500);
        stripe.World.Charge(giver, 1900, "usd", []);

        await using (var scope = paper.App.Services.CreateAsyncScope())
            Assert.Equal(3, await paper.WorkerOf<StripeReconciliation>().CompareAsync(scope.ServiceProvider, default));

        var donation = await paper.AskAsync(newspaper => newspaper.Donations.SingleAsync());
        Assert.Equal((2500, 500), (donation.Minor, donation.RefundedMinor));
        Assert.Contains("Equity:Unsorted -1900 USD", await paper.BooksAsync(), StringComparison.Ordinal);
        Assert.Empty(await paper.CheckBooksAsync());
        // And what was told of later is booked already.
        await paper.TellAsync(stripe.World.Events);
        Assert.Single(await paper.AskAsync(newspaper => newspaper.Donations.ToListAsync()));
        await using (var scope = paper.App.Services.CreateAsyncScope())
            Assert.Equal(0, await paper.WorkerOf<StripeReconciliation>().CompareAsync(scope.ServiceProvider, default));
    }

    [Fact]
    public async Task A_gift_in_another_currency_balances_in_both()
    {
        await using var stripe = await StripeStandIn.StartAsync();
        await using var paper = await GivingPaper.OpenAsync(stripe);
        var giver = stripe.World.Add("cus", new JsonObject { ["object"] = "customer", ["email"] = "ada@example.org", ["name"] = "Ada" });
        stripe.World.Charge(giver, 2000, "eur", await paper.RequestAsync(2000, currency: "EUR"), (2160, "usd"));
        await paper.TellAsync(stripe.World.Events);

        Assert.Equal("""
            Assets:Stripe 2068 USD (1)
            Equity:Conversion 2000 EUR (1)
            Equity:Conversion -2160 USD (1)
            Expenses:Fees 92 USD (1)
            Income:Donations:Once -2000 EUR (1)
            """, await paper.BooksAsync());
        Assert.Empty(await paper.CheckBooksAsync());
    }

    [Fact]
    public async Task The_check_finds_an_entry_that_was_tampered_with()
    {
        await using var stripe = await StripeStandIn.StartAsync();
        await using var paper = await GivingPaper.OpenAsync(stripe);
        await LiveAsync(stripe.World, paper, 1);
        await paper.TellAsync(stripe.World.Events);
        Assert.Empty(await paper.CheckBooksAsync());

        await paper.AskAsync(newspaper => newspaper.WriteAsync(() => newspaper.LedgerLines.Where(row => row.Account == LedgerAccount.Fees).Take(1).ExecuteUpdateAsync(set => set.SetProperty(row => row.Minor, row => row.Minor + 1))));
        Assert.NotEmpty(await paper.CheckBooksAsync());
    }

    /// <summary>A subscription's life: begun, renewed, and what comes between; the mark of its form.</summary>
    private static async Task<JsonObject> LiveAsync(StripeWorld world, Newsroom paper, int kind)
    {
        var mark = await paper.RequestAsync(500 + kind * 100, Frequency.Monthly);
        var giver = world.Add("cus", new JsonObject { ["object"] = "customer", ["email"] = $"giver{kind}@example.org", ["name"] = $"Giver {kind}" });
        var series = world.Subscribe(giver, 500 + kind * 100, kind % 7 == 6 ? "eur" : "usd", kind % 5 == 4 ? "year" : "month", mark);
        JsonObject ChargeOf(JsonObject invoice) => world.Things.Values.Single(one => (string)one["object"]! == "charge" && (string?)one["payment_intent"] == (string?)invoice["charge_of"]);
        var first = ChargeOf(world.Renew(series));
        world.Now += 30 * 86400;
        if (kind % 3 == 0) world.FailRenewal(series);
        var second = ChargeOf(world.Renew(series));
        if (kind % 2 == 1) world.Refund(first, 200);
        if (kind % 4 == 3) world.WinDispute(world.Dispute(second));
        if (kind % 4 == 1) world.Dispute(second);
        if (kind % 2 == 0) world.Cancel(series);
        return mark;
    }

    private static async Task<Facts> FactsAsync(StripeStandIn stripe, Newsroom paper)
    {
        using var road = new StripeRoad(paper.Machine);
        var (reading, facts) = (new StripeReading(road, paper.Clock), Facts.None);
        foreach (var told in stripe.World.Events) facts = facts.With(await reading.ReadAsync((string)told["data"]!["object"]!["id"]!, default));
        return facts;
    }

    private static Task EmptyAsync(Newsroom paper) => paper.AskAsync(newspaper => newspaper.WriteAsync(async () =>
    {
        await newspaper.LedgerLines.ExecuteDeleteAsync();
        await newspaper.LedgerEntries.ExecuteDeleteAsync();
        await newspaper.Donations.ExecuteDeleteAsync();
        await newspaper.RecurringDonations.ExecuteDeleteAsync();
        return true;
    }));

    private static Task<string> DonationsAsync(Newsroom paper) => paper.AskAsync(async newspaper => string.Join('\n',
        (await newspaper.Donations.OrderBy(row => row.Key).ToListAsync()).Select(row => $"{row.Key} {row.Minor} {row.Currency} {row.Day} {row.RefundedMinor} {row.DisputedMinor} {row.RecurringId is not null}")));
}
