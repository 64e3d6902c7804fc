using System.Text.Json.Nodes;
using Broadsheet.Giving;
using Broadsheet.Giving.Books;
using Broadsheet.Giving.Cards;
using Broadsheet.Messages;
using Broadsheet.Settings;
using Broadsheet.Tests.Messages;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Broadsheet.Tests.Giving;

/// <summary>A paper whose readers can give by a Stripe on loopback. Its reader of events rests, so that a test says when they are read.</summary>
public static class GivingPaper
{
    public static async Task<Newsroom> OpenAsync(StripeStandIn stripe, On on = On.Sqlite, Func<Machine.MachineSettings, Machine.MachineSettings>? settings = null)
    {
        var newsroom = await Newsroom.OpenAsync(on, machine => (settings ?? (same => same))(machine with { Stripe = stripe.Settings, Paper = new() { Address = Readers.ReaderBrowser.Paper } }));
        await newsroom.WorkerOf<StripeWorker>().StopAsync(default);
        await newsroom.WorkerOf<StripeReconciliation>().StopAsync(default);
        await newsroom.ChangeAsync(newspaper => newspaper.SetSettingOf(newsroom.Edition.Id, new PaperSupport { Amounts = new("USD", [500, 1000, 2500]) }, 0, newsroom.Clock.GetUtcNow()));
        await newsroom.SayAsync("Carry us");
        return newsroom;
    }

    public static T WorkerOf<T>(this Newsroom newsroom) where T : IHostedService => newsroom.App.Services.GetServices<IHostedService>().OfType<T>().Single();

    /// <summary>Sends events to the paper, in this order, and has them read.</summary>
    public static async Task TellAsync(this Newsroom newsroom, IEnumerable<JsonObject> events)
    {
        foreach (var told in events)
        {
            using var answer = await StripeStandIn.SendAsync(newsroom.Client, told, newsroom.Clock.GetUtcNow());
            Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        }
        await newsroom.ReadEventsAsync();
    }

    public static async Task ReadEventsAsync(this Newsroom newsroom)
    {
        while (await newsroom.WorkerOf<StripeWorker>().ReadNextAsync(default)) { }
    }

    /// <summary>A request as the form of /give makes it, for a payment that a test makes at Stripe.</summary>
    public static async Task<JsonObject> RequestAsync(this Newsroom newsroom, long minor, Frequency frequency = Frequency.Once, DonationWish? wish = null, string currency = "USD")
    {
        var request = new DonationRequest(Guid.CreateVersion7(), new(minor, currency), frequency, wish ?? new(), newsroom.Edition.Id, newsroom.Clock.GetUtcNow());
        await newsroom.ChangeAsync(newspaper => newspaper.DonationRequests.Add(request));
        return new JsonObject { [BeginPayment.RequestKey] = request.PublicId.ToString() };
    }

    /// <summary>The books in a form that can be compared: what each account holds, a currency each.</summary>
    public static Task<string> BooksAsync(this Newsroom newsroom) => newsroom.AskAsync(async newspaper => string.Join('\n',
        (await newspaper.LedgerLines.GroupBy(row => new { row.Account, row.Currency }).Select(same => new { same.Key.Account, same.Key.Currency, Minor = same.Sum(row => row.Minor), Count = same.Count() }).ToListAsync())
            .OrderBy(one => one.Account, StringComparer.Ordinal).ThenBy(one => one.Currency, StringComparer.Ordinal).Select(one => $"{one.Account} {one.Minor} {one.Currency} ({one.Count})")));

    public static Task<IReadOnlyList<string>> CheckBooksAsync(this Newsroom newsroom) => newsroom.AskAsync(newspaper => new LedgerCheck(newspaper).RunAsync(default));

    /// <summary>A donation by bank, booked, in a paper whose edition takes dollars.</summary>
    public static Task<Donation> GiveAsync(this Newsroom newsroom, long minor) => newsroom.AskAsync(newspaper => newspaper.WriteAsync(async () =>
    {
        var (now, day, key) = (newsroom.Clock.GetUtcNow(), new DateOnly(2026, 3, 1), Guid.CreateVersion7());
        newspaper.SetSettingOf(newsroom.Edition.Id, new PaperSupport { Amounts = new("USD", [500]) }, 0, now);
        var donor = await newspaper.DonorOfAsync(null, "Grace Hopper", newsroom.Edition.Id, now, default);
        var donation = new Donation($"hand:{key:N}", DonationRoad.Bank, new(minor, "USD"), now, day, donor.Id, newsroom.Edition.Id);
        newspaper.Donations.Add(donation);
        await newspaper.SaveChangesAsync();
        await newspaper.BookAsync(LedgerEntry.ByHand(key, donation.Id, donation.Given, LedgerAccount.Bank, day, 1, "Statement 12", now), default);
        await newspaper.SaveChangesAsync();
        return donation;
    }));
}
