using System.Globalization;
using System.Text.Json.Nodes;
using Broadsheet.Accounts;
using Broadsheet.Figures;
using Broadsheet.Giving;
using Broadsheet.Newsletters;
using Broadsheet.Popularity;
using Broadsheet.Readers;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Giving;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Figures;

/// <summary>The publisher's desk: its sums are the ledger's.</summary>
public class FiguresTests
{
    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task What_came_in_sums_to_the_ledger_and_what_stories_brought_to_what_was_kept(On on)
    {
        await using var stripe = await StripeStandIn.StartAsync();
        await using var paper = await GivingPaper.OpenAsync(stripe, on);
        var (world, story) = (stripe.World, await paper.PublishAsync(await paper.DraftAsync("Harbour wall falls")));
        var credited = Charge(world, 2500, await paper.RequestAsync(2500, wish: new() { Story = story.PublicId, Place = "article" }));
        Charge(world, 700, await paper.RequestAsync(700, wish: new() { Place = "support" }));
        Charge(world, 1900, await paper.RequestAsync(1900, currency: "EUR"), "eur");
        world.Refund(credited, 400);
        var monthly = world.Subscribe(Giver(world), 500, "usd", "month", await paper.RequestAsync(500, Frequency.Monthly));
        var yearly = world.Subscribe(Giver(world), 12_000, "usd", "year", await paper.RequestAsync(12_000, Frequency.Yearly, new() { Tier = Guid.CreateVersion7() }));
        world.Renew(monthly);
        world.Renew(yearly);
        world.Now += 40 * 86400;
        paper.Clock.Advance(TimeSpan.FromDays(40));
        world.Renew(monthly);
        world.Cancel(yearly);
        await paper.TellAsync(world.Events);
        Assert.Empty(await paper.CheckBooksAsync());
        await paper.ChangeAsync(newspaper => newspaper.ReadCounts.Add(new ReadCount(story.Id, ReadCount.HourOf(new DateTimeOffset(2026, 12, 6, 7, 0, 0, TimeSpan.Zero)), 41)));

        await paper.AskAsync(newspaper => newspaper.WriteAsync(async () =>
        {
            var tide = new Newsletter(paper.Edition.Id, "The Morning Tide", "tide", 0);
            var dana = await newspaper.ReaderOfAsync(ReaderAddress.Read("dana@reader.example")!, paper.Edition.Id, paper.Clock.GetUtcNow(), default);
            newspaper.Newsletters.Add(tide);
            await newspaper.SaveChangesAsync();
            var subscription = new Subscription(dana.Id, tide.Id);
            subscription.Start(new Consent(paper.Clock.GetUtcNow(), Confirmed.ByMail, "/city/harbour-wall-falls", "Yes"));
            newspaper.Subscriptions.Add(subscription);
            return await newspaper.SaveChangesAsync();
        }));

        await using var scope = paper.App.Services.CreateAsyncScope();
        var all = scope.ServiceProvider.GetRequiredService<AllFigures>();
        var period = await all.PeriodAsync("2026-11", "2027-01", default);
        var figures = (await all.InAsync(period, default).ToListAsync()).ToDictionary(one => one.Key);
        Assert.Equal([("/city/harbour-wall-falls", 1L)], figures["signups"].Rows.Select(row => (row.Name, row.Values[0])));
        var books = await paper.BooksAsync();
        foreach (var currency in new[] { "USD", "EUR" })
        {
            var booked = books.Split('\n').Where(line => line.StartsWith("Income:", StringComparison.Ordinal) && line.Contains($" {currency} ", StringComparison.Ordinal)).Sum(line => -long.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture));
            var (money, code) = (figures[$"gifts-{currency.ToLowerInvariant()}"], currency.ToLowerInvariant());
            Assert.Equal(booked, money.SumOf(4));
            Assert.Equal(booked, figures[$"places-{code}"].SumOf(0));
            Assert.Equal(booked, figures[$"stories-{code}"].SumOf(0));
        }
        Assert.Equal((3200, 1000, 12_000, -400), (figures["gifts-usd"].SumOf(0), figures["gifts-usd"].SumOf(1), figures["gifts-usd"].SumOf(2), figures["gifts-usd"].SumOf(3)));
        Assert.Equal(["Harbour wall falls", "No story, or unknown"], figures["stories-usd"].Rows.Select(row => row.Name));
        Assert.Equal(2100, figures["stories-usd"].Rows[0].Values[0]);

        // November: both run. December: the yearly one has ended.
        Assert.Equal([500, 1000, 1500, 1500, 0], figures["recurring-usd"].Rows[0].Values);
        Assert.Equal([500, 0, 500, 0, 1000], figures["recurring-usd"].Rows[1].Values);
        Assert.Equal([1, 1, 0, 0, 1, 1, 0], figures["members"].Rows[0].Values);
        Assert.Equal([0, 0, 1, 0, 1, 0, 0], figures["members"].Rows[1].Values);
        Assert.Equal(("City", 41), (figures["sections"].Rows[0].Name, figures["sections"].Rows[0].Values[0]));

        using var desk = await paper.AsAsync(Role.Publisher);
        var page = await desk.ReadAsync("/newsroom/figures?from=2026-11&to=2027-01");
        Assert.Contains("<svg class=\"chart\"", page, StringComparison.Ordinal);
        Assert.Contains("Is not recorded", page, StringComparison.Ordinal);
        var csv = await desk.ReadAsync("/newsroom/figures/gifts-usd.csv?from=2026-11&to=2026-11");
        Assert.Contains("Month,Gifts once (USD),Regular gifts (USD),Memberships (USD),Went back (USD),Kept (USD)\r\nNov 2026,32.00,5.00,120.00,-4.00,153.00\r\n", csv, StringComparison.Ordinal);
        Assert.Equal(404, (int)(await desk.GetAsync("/newsroom/figures/nothing.csv")).StatusCode);
        var report = await desk.ReadAsync("/newsroom/figures/report?from=2026-11&to=2027-01");
        Assert.Contains("1 November 2026 to 31 January 2027", report, StringComparison.Ordinal);
        Assert.Contains("$158", report, StringComparison.Ordinal);
        Assert.DoesNotContain("Harbour wall", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_givers_whole_story_stands_on_one_page()
    {
        await using var stripe = await StripeStandIn.StartAsync();
        await using var paper = await GivingPaper.OpenAsync(stripe);
        await paper.FoundAsync();
        var story = await paper.PublishAsync(await paper.DraftAsync("Harbour wall falls"));
        var charge = Charge(stripe.World, 2500, await paper.RequestAsync(2500, wish: new() { Story = story.PublicId, Place = "article", Note = "Go on!", PublicName = "Ada of the Quay" }));
        stripe.World.Refund(charge, 400);
        await paper.TellAsync(stripe.World.Events);
        await paper.RunJobsAsync();
        using var desk = await paper.AsAsync(Role.Publisher);
        var id = await paper.AskAsync(newspaper => newspaper.Donors.Select(row => row.PublicId).SingleAsync());

        Assert.Contains($"/newsroom/givers/{id}", await desk.ReadAsync("/newsroom/donations"), StringComparison.Ordinal);
        var page = await desk.ReadAsync($"/newsroom/givers/{id}");
        foreach (var said in new[] { "ada@example.org", "$21", "$25", "$4 refunded", "Harbour wall falls", "Message under a story", "Go on!", "Ada of the Quay", "2026-000001", "Your receipt 2026-000001" })
            Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Equal(404, (int)(await desk.GetAsync($"/newsroom/givers/{Guid.CreateVersion7()}")).StatusCode);
    }

    private static JsonObject Giver(StripeWorld world) => world.Add("cus", new JsonObject { ["object"] = "customer", ["email"] = "ada@example.org", ["name"] = "Ada" });

    private static JsonObject Charge(StripeWorld world, long amount, JsonObject mark, string currency = "usd") => world.Charge(Giver(world), amount, currency, mark);
}
