using System.Text.Json.Nodes;
using Broadsheet.Accounts;
using Broadsheet.Tests.Accounts;
using Broadsheet.Giving;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Giving;

/// <summary>What the publisher does with donations.</summary>
public class DonationDeskTests
{
    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_donation_is_found_refunded_and_in_the_books_as_Stripe_says(On on)
    {
        await using var stripe = await StripeStandIn.StartAsync();
        await using var paper = await GivingPaper.OpenAsync(stripe, on);
        var giver = stripe.World.Add("cus", new JsonObject { ["object"] = "customer", ["email"] = "ada@example.org", ["name"] = "Ada <Lovelace>" });
        stripe.World.Charge(giver, 2500, "usd", await paper.RequestAsync(2500));
        await paper.TellAsync(stripe.World.Events);
        using var desk = await paper.AsAsync(Role.Publisher);

        Assert.Contains("Ada &lt;Lovelace&gt;", await desk.ReadAsync("/newsroom/donations?q=ADA@example"), StringComparison.Ordinal);
        Assert.DoesNotContain("Lovelace", await desk.ReadAsync("/newsroom/donations?year=1999"), StringComparison.Ordinal);
        var id = await paper.AskAsync(newspaper => newspaper.Donations.Select(row => row.Id).SingleAsync());
        var page = await desk.ReadAsync($"/newsroom/donations/{id}");
        var form = Readers.ReaderBrowser.Hidden(page, "Id");

        var refused = await desk.SubmitAsync($"/newsroom/donations/{id}/refund", ("Id", form), ("Amount", "25.01"));
        Assert.Equal(422, (int)refused.StatusCode);
        Assert.Contains("value=\"25.01\"", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(302, (int)(await desk.SubmitAsync($"/newsroom/donations/{id}/refund", ("Id", form), ("Amount", "10"))).StatusCode);
        Assert.Equal(302, (int)(await desk.SubmitAsync($"/newsroom/donations/{id}/refund", ("Id", form), ("Amount", "10"))).StatusCode);
        await paper.TellAsync(stripe.World.Events);
        Assert.Equal(1000, await paper.AskAsync(newspaper => newspaper.Donations.Select(row => row.RefundedMinor).SingleAsync()));
        Assert.Empty(await paper.CheckBooksAsync());
        Assert.Contains("Income:Donations:Refunded,10.00,USD", await desk.ReadAsync("/newsroom/ledger.csv"), StringComparison.Ordinal);
        Assert.Matches(@"Income:Donations:Once\s+-25\.00 USD", await desk.ReadAsync("/newsroom/ledger.journal?year=2026"));
    }

    [Fact]
    public async Task What_came_by_bank_is_entered_once_and_taken_back_with_a_reason()
    {
        await using var stripe = await StripeStandIn.StartAsync();
        await using var paper = await GivingPaper.OpenAsync(stripe);
        using var desk = await paper.AsAsync(Role.Publisher);
        var form = Readers.ReaderBrowser.Hidden(await desk.ReadAsync("/newsroom/donations/new"), "Id");
        (string, string)[] Fields(string amount, string day) =>
            [("Id", form), ("Edition", $"{paper.Edition.Id}"), ("Amount", amount), ("Currency", "ils"), ("Day", day), ("Road", "Bank"), ("Name", "Grace Hopper"), ("Reason", "Statement 12, line 3")];

        var wrong = await desk.SubmitAsync("/newsroom/donations", Fields("much", "2999-01-01"));
        var text = await wrong.Content.ReadAsStringAsync();
        Assert.Equal(422, (int)wrong.StatusCode);
        foreach (var kept in new[] { "value=\"much\"", "Grace Hopper", "Statement 12", "Write a day that is not to come", "Write an amount" }) Assert.Contains(kept, text, StringComparison.Ordinal);

        for (var twice = 0; twice < 2; twice++) Assert.Equal(302, (int)(await desk.SubmitAsync("/newsroom/donations", Fields("180", "2026-01-31"))).StatusCode);
        var donation = await paper.AskAsync(newspaper => newspaper.Donations.SingleAsync());
        Assert.Equal((18000, "ILS", new DateOnly(2026, 1, 31)), (donation.Minor, donation.Currency, donation.Day));
        Assert.Empty(await paper.CheckBooksAsync());

        Assert.Equal(422, (int)(await desk.SubmitAsync($"/newsroom/donations/{donation.Id}/reversal", ("Reason", ""))).StatusCode);
        for (var twice = 0; twice < 2; twice++) Assert.Equal(302, (int)(await desk.SubmitAsync($"/newsroom/donations/{donation.Id}/reversal", ("Reason", "The bank sent it back"))).StatusCode);
        Assert.Equal("""
            Assets:Bank 0 ILS (2)
            Income:Donations:Once -18000 ILS (1)
            Income:Donations:Refunded 18000 ILS (1)
            """, await paper.BooksAsync());
        Assert.Empty(await paper.CheckBooksAsync());
    }

    [Fact]
    public async Task The_terms_say_what_is_offered_and_how_much_at_least()
    {
        await using var stripe = await StripeStandIn.StartAsync();
        await using var paper = await GivingPaper.OpenAsync(stripe);
        using var desk = await paper.AsAsync(Role.Publisher);
        await desk.ReadAsync($"/newsroom/donations/terms?edition={paper.Edition.Id}");
        var refused = await desk.SubmitAsync($"/newsroom/donations/terms/{paper.Edition.Id}", ("Least", "two"), ("Percent", "40"), ("Fixed", "0.30"));
        Assert.Equal(422, (int)refused.StatusCode);
        Assert.Contains("value=\"two\"", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(302, (int)(await desk.SubmitAsync($"/newsroom/donations/terms/{paper.Edition.Id}", ("Least", "2"), ("Percent", "1.4"), ("Fixed", "0.25"), ("TakesMonthly", "true"))).StatusCode);

        var page = await paper.Client.GetStringAsync("/give?every=yearly");
        Assert.Contains("From $2 on", page, StringComparison.Ordinal);
        Assert.Contains("value=\"monthly\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"yearly\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"fee\"", page, StringComparison.Ordinal);
    }
}
