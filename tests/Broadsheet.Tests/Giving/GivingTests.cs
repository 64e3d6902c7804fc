using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Broadsheet.Accounts;
using Broadsheet.Giving;
using Broadsheet.Giving.Books;
using Broadsheet.Messages;
using Broadsheet.Messages.Counting;
using Broadsheet.Readers;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Tests.Readers.ReaderBrowser;

namespace Broadsheet.Tests.Giving;

/// <summary>From the story's message to the thank-you page, and what can go wrong on the way.</summary>
public class GivingTests
{
    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_gift_is_credited_to_the_story_whose_message_led_to_it(On on)
    {
        await using var stripe = await StripeStandIn.StartAsync();
        await using var paper = await GivingPaper.OpenAsync(stripe, on);
        var story = await paper.PublishAsync(await paper.DraftAsync("Harbour wall falls"));
        using var browser = ReaderIn(paper);

        var link = Regex.Match(System.Net.WebUtility.HtmlDecode(await browser.ReadAsync("/city/harbour-wall-falls")), "href=\"(/give\\?amount=10[^\"]*)\"").Groups[1].Value;
        var session = await BeginAsync(paper, browser, stripe, link, ("amount", "10"), ("every", "once"), ("fee", "true"), ("name", "Ada L."), ("note", "Go on!"), ("arms", $"nobody.1 {Guid.CreateVersion7()}.3 {Regex.Match(link, "message=([0-9a-f-]+)").Groups[1].Value}.1"));
        stripe.World.Pay(session, "Ada@Example.org", "Ada Lovelace");
        // 1,000 and what Stripe keeps of it: of 1,061 cents 2.9 % and 30 cents are 61.
        Assert.Equal(1061, (long)session["amount_total"]!);

        // Back before any event has come: Stripe is asked.
        var (status, text) = await browser.GetAsync(new Uri(((string)session["success_url"]!).Replace("{CHECKOUT_SESSION_ID}", (string)session["id"]!, StringComparison.Ordinal)).PathAndQuery).TellAsync();
        Assert.Equal(200, status);
        Assert.Contains("Your $10.61 have arrived", text, StringComparison.Ordinal);
        await paper.TellAsync(stripe.World.Events);

        var donation = await paper.AskAsync(newspaper => newspaper.Donations.SingleAsync());
        var message = await paper.AskAsync(newspaper => newspaper.Messages.SingleAsync());
        Assert.Equal(new DonationWish { PublicName = "Ada L.", Note = "Go on!", Story = story.PublicId, Place = "article", Message = message.PublicId, Arms = donation.Wish.Arms }, donation.Wish);
        Assert.Equal((message.PublicId, true), (donation.Message!.Value, donation.HasArms));
        Assert.Equal([new MessageArm(message.PublicId, Arm.With)], donation.Wish.Arms);
        var donor = await paper.AskAsync(newspaper => newspaper.Donors.SingleAsync());
        Assert.Equal(("ada@example.org", "Ada Lovelace"), (donor.Address, donor.Name));
        Assert.Empty(await paper.CheckBooksAsync());
    }

    [Fact]
    public async Task What_was_typed_is_still_there_when_something_is_wrong_with_it()
    {
        await using var stripe = await StripeStandIn.StartAsync();
        await using var paper = await GivingPaper.OpenAsync(stripe);
        using var browser = ReaderIn(paper);
        foreach (var (amount, typed, problem) in new[] { ("other", "a lot", "Write an amount"), ("other", "", "Write an amount"), ("other", "4.99", "The smallest gift is $5"), ("", "5.001", "Write an amount") })
        {
            var (status, text) = await SubmitAsync(paper, browser, "/give", ("amount", amount), ("typed", typed), ("note", "For <the> harbour"));
            Assert.Equal(422, status);
            Assert.Contains(problem, text, StringComparison.Ordinal);
            Assert.Contains("For <the> harbour", text, StringComparison.Ordinal);
            if (typed.Length > 0) Assert.Contains($"value=\"{typed}\"", text, StringComparison.Ordinal);
        }
        stripe.IsDown = true;
        var (down, words) = await SubmitAsync(paper, browser, "/give", ("amount", "5"), ("note", "For the harbour"));
        Assert.Equal(503, down);
        Assert.Contains("Nothing was taken", words, StringComparison.Ordinal);
        Assert.Contains("For the harbour", words, StringComparison.Ordinal);
        Assert.Equal(0, stripe.Begun);
    }

    [Theory, InlineData("5", 500), InlineData("5,50", 550), InlineData("1,000", 100000), InlineData("$7.5", 750), InlineData("٧", 700), InlineData("0", null), InlineData("-5", null), InlineData("5 000 000 000", null), InlineData("1e3", null)]
    public void An_amount_is_read_as_people_write_it(string typed, int? minor) =>
        Assert.Equal(minor, Broadsheet.Messages.Currency.Find("USD")!.Read(typed));

    [Fact]
    public async Task A_form_from_elsewhere_or_pressed_at_once_begins_no_payment_and_twice_is_one()
    {
        await using var stripe = await StripeStandIn.StartAsync();
        await using var paper = await GivingPaper.OpenAsync(stripe);
        using var browser = ReaderIn(paper);
        var form = Hidden(await browser.ReadAsync("/give"), "form");
        var (early, text) = await browser.SubmitAsync("/give", ("form", form), ("amount", "5")).TellAsync();
        Assert.Equal(422, early);
        Assert.Contains("faster than we can believe", text, StringComparison.Ordinal);

        paper.Clock.Advance(TimeSpan.FromSeconds(3));
        browser.Headers["Sec-Fetch-Site"] = "cross-site";
        Assert.Equal(422, (await browser.SubmitAsync("/give", ("form", form), ("amount", "5")).TellAsync()).Status);
        browser.Headers["Sec-Fetch-Site"] = "same-origin";
        Assert.Equal(422, (await browser.SubmitAsync("/give", ("form", "made up"), ("amount", "5")).TellAsync()).Status);
        Assert.Equal(0, stripe.Begun);

        var first = await browser.SubmitAsync("/give", ("form", form), ("amount", "5"));
        var second = await browser.SubmitAsync("/give", ("form", form), ("amount", "5"));
        Assert.Equal(first.Headers.GetValues("Refresh").Single(), second.Headers.GetValues("Refresh").Single());
        Assert.Equal(1, stripe.Begun);
    }

    [Fact]
    public async Task Of_a_thousand_scripted_attempts_hardly_any_reaches_Stripe_and_staff_are_told()
    {
        await using var stripe = await StripeStandIn.StartAsync();
        await using var paper = await GivingPaper.OpenAsync(stripe, settings: machine => machine with { Readers = machine.Readers with { PaymentsAltogether = 6 } });
        var publisher = await paper.HireAsync(Role.Publisher);
        using var browser = ReaderIn(paper);
        var forms = new List<string>();
        for (var one = 0; one < 1000; one++) forms.Add(Hidden(await browser.ReadAsync("/give"), "form"));
        var held = "";
        // Over an hour, so that the turn of one is met.
        for (var one = 0; one < 1000; one++)
        {
            paper.Clock.Advance(TimeSpan.FromSeconds(3.6));
            var (status, text) = await browser.SubmitAsync("/give", ("form", forms[one]), ("amount", "5")).TellAsync();
            if (status == 429) held = text;
            else Assert.Equal(200, status);
        }
        Assert.InRange(stripe.Begun, 6, 13);
        Assert.Contains("Nothing was taken", held, StringComparison.Ordinal);
        Assert.True(await paper.AskAsync(newspaper => newspaper.Set<Broadsheet.Notices.Notice>().AnyAsync(row => row.Kind == "payment-brake" && row.MemberId == publisher.Id)));
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_giver_sees_changes_and_takes_away_what_she_gave_and_erased_she_is_nowhere(On on)
    {
        await using var stripe = await StripeStandIn.StartAsync();
        await using var paper = await GivingPaper.OpenAsync(stripe, on);
        var giver = stripe.World.Add("cus", new JsonObject { ["object"] = "customer", ["email"] = "dana@harbour.example", ["name"] = "Dana Sellers" });
        var series = stripe.World.Subscribe(giver, 500, "usd", "month", await paper.RequestAsync(500, Frequency.Monthly, new() { Note = "For the harbour" }));
        stripe.World.Renew(series);
        await paper.TellAsync(stripe.World.Events);
        using var browser = ReaderIn(paper);
        var key = await browser.SignInAsync(paper, "dana@harbour.example");

        var page = await browser.ReadAsync("/account");
        Assert.Contains("Every month", page, StringComparison.Ordinal);
        Assert.Contains("$5", page, StringComparison.Ordinal);
        Assert.Contains("For the harbour", await browser.ReadAsync("/account/export.json"), StringComparison.Ordinal);
        var onward = await browser.SubmitAsync("/account/giving", ("key", key), ("series", Hidden(page, "series")));
        Assert.Contains($"/portal/{giver["id"]}", onward.Headers.GetValues("Refresh").Single(), StringComparison.Ordinal);

        stripe.IsDown = true;
        Assert.Equal(503, (await browser.SubmitAsync("/account/erasure", ("key", key)).TellAsync()).Status);
        Assert.NotNull(await paper.AskAsync(newspaper => newspaper.Donors.SingleAsync(row => row.Address == "dana@harbour.example")));
        stripe.IsDown = false;
        Assert.Equal(200, (await browser.SubmitAsync("/account/erasure", ("key", key)).TellAsync()).Status);
        Assert.Equal("canceled", (string)series["status"]!);
        await paper.TellAsync(stripe.World.Events);
        Assert.Empty(await paper.CheckBooksAsync());
        var left = await paper.AskAsync(async newspaper => System.Text.Json.JsonSerializer.Serialize(new
        {
            Donors = await newspaper.Donors.ToListAsync(),
            Gifts = await newspaper.Donations.ToListAsync(),
            Series = await newspaper.RecurringDonations.ToListAsync(),
            Requests = await newspaper.DonationRequests.ToListAsync(),
            Entries = await newspaper.LedgerEntries.Include(row => row.Lines).ToListAsync(),
        }));
        Assert.DoesNotContain("dana", left, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("For the harbour", left, StringComparison.Ordinal);
    }

    /// <summary>Fills the form of a page in and follows it to the payment page.</summary>
    private static async Task<JsonObject> BeginAsync(Newsroom paper, StaffBrowser browser, StripeStandIn stripe, string page, params (string Name, string Value)[] fields)
    {
        var html = await browser.ReadAsync(page);
        paper.Clock.Advance(TimeSpan.FromSeconds(3));
        using var answer = await browser.SubmitAsync("/give", [("form", Hidden(html, "form")), ("story", Hidden(html, "story")), ("place", Hidden(html, "place")), ("message", Hidden(html, "message")), .. fields]);
        var there = answer.Headers.GetValues("Refresh").Single();
        return stripe.World.Things[there[(there.LastIndexOf('/') + 1)..]];
    }

    private static async Task<(int Status, string Text)> SubmitAsync(Newsroom paper, StaffBrowser browser, string page, params (string Name, string Value)[] fields)
    {
        var form = Hidden(await browser.ReadAsync(page), "form");
        paper.Clock.Advance(TimeSpan.FromSeconds(3));
        return await browser.SubmitAsync("/give", [("form", form), .. fields]).TellAsync();
    }
}
