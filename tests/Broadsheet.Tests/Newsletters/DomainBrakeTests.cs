using Broadsheet.Newsletters.Issues;
using Broadsheet.Tests.Notices;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Newsletters;

/// <summary>Promise 25: who asks for less gets less, and nobody is given up for it. A sender whom nobody knows begins small.</summary>
public sealed class DomainBrakeTests
{
    [Theory, OnBoth]
    public async Task A_domain_that_is_busy_is_left_in_peace_longer_each_time_and_gets_everything_at_last(On on)
    {
        await using var postbox = await Postbox.OpenAsync();
        await using var newsroom = await NewsletterCast.OpenAsync(postbox, on);
        var tide = await newsroom.NewsletterAsync();
        for (var number = 0; number < 6; number++) await newsroom.SubscribeAsync(tide, $"reader{number}", "busy.example");
        for (var number = 0; number < 6; number++) await newsroom.SubscribeAsync(tide, $"reader{number}", "calm.example");
        var wall = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        postbox.Slow("busy.example");
        var issue = await newsroom.StartAsync(tide, wall.Id);

        // One mail asks; the five behind it do not, and all the calm ones go.
        await newsroom.Sender.SendDueAsync(default);
        Assert.Equal((6, 1), ((await postbox.BulkAsync()).Count, postbox.Asked));
        foreach (var (minutes, asked) in new[] { (0.5, 1), (0.6, 2), (1.1, 2), (1.0, 3), (3.0, 3), (1.1, 4) })
        {
            newsroom.Clock.Advance(TimeSpan.FromMinutes(minutes));
            await newsroom.Sender.SendDueAsync(default);
            Assert.Equal(asked, postbox.Asked);
        }
        Assert.All(await newsroom.AskAsync(newspaper => newspaper.Deliveries.Where(row => row.State == DeliveryState.Waiting).ToListAsync()), row => Assert.Equal(0, row.Attempts));

        postbox.Slow(null);
        newsroom.Clock.Advance(TimeSpan.FromMinutes(9));
        await newsroom.Sender.SendDueAsync(default);
        Assert.Equal(12, (await postbox.BulkAsync()).DistinctBy(mail => mail.To.ToString()).Count());
        Assert.Equal(IssueState.Sent, (await newsroom.IssuesAsync()).Single(row => row.Id == issue.Id).State);
    }

    [Fact]
    public async Task Nobody_waits_for_a_domain_longer_than_two_days()
    {
        await using var postbox = await Postbox.OpenAsync();
        await using var newsroom = await NewsletterCast.OpenAsync(postbox);
        var tide = await newsroom.NewsletterAsync();
        await newsroom.SubscribeAsync(tide, "dana", "busy.example");
        var wall = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        postbox.Slow("busy.example");
        await newsroom.StartAsync(tide, wall.Id);
        await newsroom.Sender.SendDueAsync(default);
        newsroom.Clock.Advance(TimeSpan.FromHours(47));
        await newsroom.Sender.SendDueAsync(default);
        Assert.Equal(DeliveryState.Waiting, (await newsroom.AskAsync(newspaper => newspaper.Deliveries.SingleAsync())).State);
        newsroom.Clock.Advance(TimeSpan.FromHours(2));
        await newsroom.Sender.SendDueAsync(default);
        Assert.Equal(DeliveryState.GivenUp, (await newsroom.AskAsync(newspaper => newspaper.Deliveries.SingleAsync())).State);
        Assert.True((await newsroom.AskAsync(newspaper => newspaper.Set<Broadsheet.Newsletters.Subscription>().SingleAsync())).IsActive);
    }

    [Fact]
    public async Task A_sender_nobody_knows_sends_twice_as_much_each_day()
    {
        await using var postbox = await Postbox.OpenAsync();
        var first = DateOnly.FromDateTime(new MovableClock().GetUtcNow().UtcDateTime);
        var settings = new Machine.MailSettings { WarmUpFrom = first, WarmUpMails = 2 };
        Assert.Equal([2L, 4, 8, 2 << 19, null, null], new[] { 0, 1, 2, 19, 20, -1 }.Select(day => settings.MostPerDay(first.AddDays(day).ToDateTime(new(12, 0), DateTimeKind.Utc))));
        Assert.Null(new Machine.MailSettings().MostPerDay(new MovableClock().GetUtcNow()));

        await using var newsroom = await Readers.ReaderBrowser.OpenAsync(postbox, Tests.Storage.On.Sqlite, machine => machine with { Mail = machine.Mail with { WarmUpFrom = first, WarmUpMails = 2 } });
        var tide = await newsroom.NewsletterAsync();
        for (var number = 0; number < 9; number++) await newsroom.SubscribeAsync(tide, $"reader{number}");
        await newsroom.StartAsync(tide, (await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"))).Id);
        foreach (var gone in new[] { 2, 6, 9 })
        {
            for (var twice = 0; twice < 2; twice++) await newsroom.Sender.SendDueAsync(default);
            Assert.Equal(gone, (await postbox.BulkAsync()).Count);
            newsroom.Clock.Advance(TimeSpan.FromHours(24.1));
        }
    }
}
