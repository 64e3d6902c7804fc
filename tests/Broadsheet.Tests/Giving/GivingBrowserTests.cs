using Broadsheet.Giving;
using Broadsheet.Tests.Browser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Broadsheet.Tests.Giving;

/// <summary>Done-when 2 of supported by readers, in Chromium with JavaScript off and on: from the story to thank you in three steps.</summary>
public sealed class GivingBrowserTests
{
    [Fact]
    public async Task Five_dollars_once_and_monthly_in_three_steps_each()
    {
        await using var stripe = await StripeStandIn.StartAsync();
        // Where the payment page leads back to stands in its address: the port must be known before the program starts.
        await using var paper = await GivingPaper.OpenAsync(stripe, settings: machine => machine with { Paper = new(), Urls = $"http://localhost:{Desk.FreePort()}" });
        stripe.Webhook = new Uri(Chromium.AddressOf(paper));
        stripe.Clock = paper.Clock.GetUtcNow;
        await paper.PublishAsync(await paper.DraftAsync("Harbour wall falls"));
        await using var chromium = await Chromium.StartAsync();

        foreach (var (hasScript, every) in new[] { (false, "once"), (true, "monthly") })
        {
            var context = await chromium.NewContextAsync(new() { BaseURL = Chromium.AddressOf(paper), JavaScriptEnabled = hasScript });
            var page = await context.NewPageAsync();
            await page.GotoAsync("/city/harbour-wall-falls");
            await page.ClickAsync(".gift-links >> text=$5");
            await page.CheckAsync($"[name=every][value={every}]", new() { Force = true });
            paper.Clock.Advance(TimeSpan.FromSeconds(3));
            await page.ClickAsync(".gift-go .button");
            await page.FillAsync("[name=email]", $"ada-{every}@example.org");
            await page.FillAsync("[name=name]", "Ada Lovelace");
            await page.ClickAsync("button");
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Thank you");
            await Assertions.Expect(page.Locator(".doorstep-text")).ToContainTextAsync("$5");
            Assert.DoesNotContain(await context.CookiesAsync(), cookie => new Uri(Chromium.AddressOf(paper)).Host == cookie.Domain);
        }
        await paper.ReadEventsAsync();
        var given = await paper.AskAsync(newspaper => newspaper.Donations.OrderBy(row => row.Id).ToListAsync());
        Assert.Equal([(500, false), (500, true)], given.Select(row => (row.Minor, row.RecurringId is not null)));
        Assert.All(given, row => Assert.Equal("article", row.Wish.Place));

        // What can happen to them afterwards leaves the books balanced.
        var world = stripe.World;
        var series = world.Things.Values.Single(one => (string)one["object"]! == "subscription");
        var charges = world.Things.Values.Where(one => (string)one["object"]! == "charge").ToList();
        var before = world.Events.Count;
        world.Refund(charges[0], 500);
        world.Dispute(charges[1]);
        world.FailRenewal(series);
        world.Cancel(series);
        await paper.TellAsync(world.Events.Skip(before));
        Assert.Empty(await paper.CheckBooksAsync());
        Assert.Equal(RecurringState.Ended, await paper.AskAsync(newspaper => newspaper.RecurringDonations.Select(row => row.State).SingleAsync()));
    }
}
