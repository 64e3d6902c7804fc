using Broadsheet.Accounts;
using Broadsheet.Appeals;
using Broadsheet.Giving;
using Broadsheet.Messages;
using Broadsheet.Messages.Counting;
using Broadsheet.Settings;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Giving;
using Broadsheet.Tests.Messages;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Appeals;

/// <summary>What a message brought, in words, as CSV, and as a goal's bar.</summary>
public sealed class ResultsTests
{
    [Theory, OnBoth]
    public async Task A_simulated_month_is_reported_as_it_was(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var (message, now) = (await newsroom.SayAsync("Compared", new() { HoldoutPercent = 20 }), newsroom.Clock.GetUtcNow());
        // 30 days: 30,000 browsers saw it, of 180 somebody gave; 7,500 did not, of 15. Some saw it twice.
        await newsroom.AskAsync(newspaper => newspaper.WriteAsync(async () =>
        {
            for (var day = 0; day < 30; day++)
            {
                await newspaper.AddToCountAsync(message.Id, DateOnly.FromDateTime(now.AddDays(-day).UtcDateTime), Arm.With, 1_400, 1_000, 0, default);
                await newspaper.AddToCountAsync(message.Id, DateOnly.FromDateTime(now.AddDays(-day).UtcDateTime), Arm.Without, 300, 250, 0, default);
            }
            for (var giver = 0; giver < 195; giver++)
            {
                var (donor, arm) = (await newspaper.DonorOfAsync(null, "", newsroom.Edition.Id, now, default), giver < 180 ? Arm.With : Arm.Without);
                // Every second one with it pressed its button; one gave twice, and is one giver.
                for (var time = 0; time < (giver == 0 ? 2 : 1); time++) newspaper.Donations.Add(Gift(newsroom, $"pi_{giver}_{time}", donor.Id, arm == Arm.With && giver % 2 == 0 ? message.PublicId : null, [new(message.PublicId, arm)], now));
            }
            await newspaper.NoteSignUpAsync(message.PublicId, now, default);
            await newspaper.NoteSignUpAsync(Guid.CreateVersion7(), now, default);
            return await newspaper.SaveChangesAsync();
        }));

        var results = await newsroom.AskAsync(newspaper => new MessageResults(newspaper).AllAsync(default));

        var found = results.Single(one => one.Message is not null);
        Assert.Equal((42_000L, 30_000L, 1L), (found.Seen, found.Browsers, found.SignUps));
        Assert.Equal([new GiftSum(new(91 * 500, "USD"), 91)], found.Once);
        Assert.Equal((new Lot(30_000, 180), new Lot(7_500, 15)), (found.With, found.Without));
        Assert.Equal(4, found.Comparison!.PerThousand, 1e-9);
        Assert.InRange(found.Comparison.Low, 2, 3.9);
        Assert.InRange(found.Comparison.High, 4.1, 6);
        // What nobody knows the way of stays unknown.
        Assert.Equal([new GiftSum(new(105 * 500, "USD"), 105)], results.Single(one => one.Message is null).Once);

        using var publisher = await newsroom.AsAsync(Role.Publisher);
        var page = await publisher.ReadAsync("/newsroom/messages/results");
        Assert.Matches("It brings between [0-9.]+ and [0-9.]+ givers more in 1,000 browsers", page);
        Assert.Contains("91 gifts, $455", page);
        Assert.Contains("Unknown: no message", page);
        var csv = await publisher.ReadAsync("/newsroom/messages/results.csv");
        Assert.Contains("Compared,The Harbour Post,42000,30000,1,once,91,455.00,USD,30000,180,7500,15,4.00,", csv);
        using var editor = await newsroom.AsAsync(Role.Editor);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await editor.GetAsync("/newsroom/messages/results")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task What_is_seen_is_counted_once_in_half_an_hour_and_never_of_robots_or_from_elsewhere(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var message = await newsroom.SayAsync("Counted");
        foreach (var (who, from, body) in new[] { ("Mozilla/5.0 Firefox/140.0", "same-origin", "1 1"), ("Mozilla/5.0 Firefox/140.0", "same-origin", "1 0"), ("Mozilla/5.0 Firefox/141.0", "same-origin", "2 1"),
            ("Googlebot/2.1", "same-origin", "1 1"), ("Mozilla/5.0 Firefox/142.0", "cross-site", "1 1"), ("Mozilla/5.0 Firefox/143.0", "same-origin", "7 1"), ("Mozilla/5.0 Firefox/144.0", "same-origin", "0 0") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/seen") { Content = new StringContent($"{message.PublicId} {body}") };
            request.Headers.Add("User-Agent", who);
            request.Headers.Add("Sec-Fetch-Site", from);
            using var answer = await newsroom.Client.SendAsync(request);
            Assert.Empty(await answer.Content.ReadAsStringAsync());
        }
        await newsroom.FlushSeenAsync();

        var counts = await newsroom.AskAsync(newspaper => newspaper.MessageCounts.AsNoTracking().OrderBy(row => row.Arm).ToListAsync());
        Assert.Equal([(Arm.None, 1L, 0L), (Arm.With, 1L, 1L), (Arm.Without, 1L, 1L)], counts.Select(row => (row.Arm, row.Seen, row.Browsers)));
    }

    [Theory, OnBoth]
    public async Task A_goal_shows_what_was_given_in_its_time_by_the_books_and_no_other_page_is_made_anew(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        await newsroom.ChangeAsync(newspaper => newspaper.SetSettingOf(newsroom.Edition.Id, new PaperSupport { Amounts = new("USD", [500]) }, 0, newsroom.Clock.GetUtcNow()));
        await newsroom.SayAsync("Towards a boat", goal: new(10_000, "USD", new(2026, 2, 1), new(2026, 3, 31)));
        await newsroom.SayAsync("No goal", new() { OnFront = false }, position: 1);
        Assert.Contains("$0 of $100 by 31 March 2026", Words(await newsroom.Client.GetStringAsync("/")));

        await newsroom.GiveAsync(2_550);
        await newsroom.WorkerOf<GoalRounds>().NoteAsync(default);

        var front = await newsroom.Client.GetStringAsync("/");
        Assert.Contains("value=\"25\" max=\"100\"", front);
        Assert.Contains("$25.50 of $100 by 31 March 2026", Words(front));
    }

    // What the theme prints, without its marks.
    private static string Words(string html) => System.Text.RegularExpressions.Regex.Replace(html, "<[^>]+>", "");

    private static Donation Gift(Newsroom newsroom, string key, long donor, Guid? message, IReadOnlyList<MessageArm> arms, DateTimeOffset now) =>
        new(key, DonationRoad.Stripe, new(500, "USD"), now, DateOnly.FromDateTime(now.UtcDateTime), donor, newsroom.Edition.Id) { Wish = new() { Message = message, Arms = arms }, Message = message, HasArms = true };
}
