using Broadsheet.Articles;
using Broadsheet.Newsletters;
using Broadsheet.Newsletters.Bounces;
using Broadsheet.Newsletters.Issues;
using Broadsheet.Tests.Notices;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace Broadsheet.Tests.Newsletters;

/// <summary>Promise 25: what comes back, by the server's answer or by a report, and what follows.</summary>
public sealed class BounceTests
{
    private const string Dsn = """
        From: MAILER-DAEMON@mx.example
        To: post@harbour.example
        Subject: Undelivered Mail Returned to Sender
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain

        It could not be delivered.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example

        Final-Recipient: rfc822; dana@harbour.example
        Action: ACTION
        Status: STATUS
        Diagnostic-Code: smtp; 550 STATUS said so

        --b
        Content-Type: text/rfc822-headers

        Message-ID: <ID>
        Subject: High water

        --b--

        """;

    /// <summary>What a mail server writes of a mail that it could not deliver.</summary>
    internal static string Report(string action, string status, string id) =>
        Dsn.Replace("ACTION", action, StringComparison.Ordinal).Replace("STATUS", status, StringComparison.Ordinal).Replace("<ID>", $"<{id}>", StringComparison.Ordinal);

    [Theory, OnBoth]
    public async Task A_hard_one_ends_it_at_once_soft_ones_after_five_in_thirty_days_and_nobody_invents_one(On on)
    {
        await using var postbox = await Postbox.OpenAsync();
        await using var newsroom = await NewsletterCast.OpenAsync(postbox, on);
        var tide = await newsroom.NewsletterAsync();
        var (dana, ruth, loud) = (await newsroom.SubscribeAsync(tide, "dana"), await newsroom.SubscribeAsync(tide, "ruth"), await newsroom.SubscribeAsync(tide, "loud"));
        var sent = await SendAsync();

        await ReportAsync("failed", "5.1.1", $"{Guid.NewGuid():N}@harbour.example");
        await ReportAsync("delayed", "4.4.1", IdOf(dana));
        Assert.True((await ReloadAsync(dana)).IsActive);
        await ReportAsync("failed", "5.1.1", IdOf(dana));
        await ReportAsync("failed", "5.1.1", IdOf(dana));
        Assert.Equal(Ending.Bounce, (await ReloadAsync(dana)).Ending);
        Assert.Equal(SuppressedFor.HardBounce, (await newsroom.AskAsync(newspaper => newspaper.Suppressions.SingleAsync())).Reason);
        Assert.Equal(1, await newsroom.AskAsync(newspaper => newspaper.Bounces.CountAsync()));

        // A full mailbox: four are forgiven, five months apart too, the fifth within thirty days is not.
        for (var time = 1; time <= 6; time++)
        {
            sent = await SendAsync();
            Assert.True((await ReloadAsync(ruth)).IsActive);
            await ReportAsync("failed", "5.2.2", IdOf(ruth));
            newsroom.Clock.Advance(TimeSpan.FromDays(time == 1 ? 40 : 5));
        }
        Assert.False((await ReloadAsync(ruth)).IsActive);

        sent = await SendAsync();
        Assert.True(await NoteAsync(new(IdOf(loud), BounceKind.Complaint, "abuse")));
        Assert.Equal(Ending.Complaint, (await ReloadAsync(loud)).Ending);

        string IdOf(Subscription subscription) => $"{sent.Single(row => row.SubscriptionId == subscription.Id).PublicId:N}@harbour.example";

        async Task<List<Delivery>> SendAsync()
        {
            await newsroom.PublishAsync(await newsroom.DraftAsync($"Harbour wall falls {Guid.NewGuid():N}"));
            var issue = Issue.Automatic(tide.Id, await newsroom.AskAsync(newspaper => newspaper.Articles.Select(row => row.Id).ToListAsync()), newsroom.Clock.GetUtcNow());
            issue.Schedule(newsroom.Clock.GetUtcNow());
            await newsroom.ChangeAsync(newspaper => newspaper.Issues.Add(issue));
            await newsroom.ChangeAsync(newspaper => newspaper.Enqueue(new StartIssue(issue.Id, issue.Revision), newsroom.Clock.GetUtcNow()));
            await newsroom.SendIssuesAsync();
            return await newsroom.AskAsync(newspaper => newspaper.Deliveries.AsNoTracking().Where(row => row.IssueId == issue.Id).ToListAsync());
        }

        async Task ReportAsync(string action, string status, string id)
        {
            using var mail = await MimeMessage.LoadAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Report(action, status, id))));
            if (ReportReader.Read(mail) is { } report) await NoteAsync(report);
        }

        Task<bool> NoteAsync(Report report) => newsroom.AskAsync(newspaper => newspaper.NoteBounceAsync(report.MessageId, "dsn", report.Kind, report.Problem, newsroom.Clock.GetUtcNow(), default));

        Task<Subscription> ReloadAsync(Subscription subscription) => newsroom.AskAsync(newspaper => newspaper.Subscriptions.AsNoTracking().SingleAsync(row => row.Id == subscription.Id));
    }

    [Fact]
    public async Task A_list_of_which_too_much_comes_back_pauses_itself_until_somebody_lets_it_go_on()
    {
        await using var postbox = await Postbox.OpenAsync();
        await using var newsroom = await NewsletterCast.OpenAsync(postbox);
        var tide = await newsroom.NewsletterAsync();
        var wall = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        for (var number = 0; number < 120; number++) await newsroom.SubscribeAsync(tide, $"reader{number}");
        var issue = Issue.Automatic(tide.Id, [wall.Id], newsroom.Clock.GetUtcNow());
        issue.Schedule(newsroom.Clock.GetUtcNow());
        await newsroom.ChangeAsync(newspaper => newspaper.Issues.Add(issue));
        await newsroom.ChangeAsync(newspaper => newspaper.Enqueue(new StartIssue(issue.Id, issue.Revision), newsroom.Clock.GetUtcNow()));
        await newsroom.RunJobsAsync();
        // 57 went, then four reports come at once.
        var deliveries = await newsroom.AskAsync(newspaper => newspaper.Deliveries.AsNoTracking().OrderBy(row => row.Id).Select(row => row.Id).ToListAsync());
        var gone = deliveries[..57];
        await newsroom.AskAsync(newspaper => newspaper.WriteAsync(() => newspaper.Deliveries.Where(row => gone.Contains(row.Id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, DeliveryState.HandedOver))));
        for (var at = 0; at < 2; at++) await BounceAsync(gone[at]);
        Assert.Equal(IssueState.Sending, (await newsroom.IssuesAsync()).Single().State);
        await BounceAsync(gone[2]);
        var paused = (await newsroom.IssuesAsync()).Single();
        Assert.Equal((IssueState.Paused, Waiting.Bounces), (paused.State, paused.WaitsFor));
        await newsroom.SendIssuesAsync();
        Assert.Empty(await postbox.BulkAsync());

        await newsroom.AskAsync(async newspaper =>
        {
            (await newspaper.Issues.SingleAsync()).Resume();
            return await newspaper.SaveChangesAsync();
        });
        await BounceAsync(gone[3]);
        await newsroom.SendIssuesAsync();
        Assert.Equal(63, (await postbox.BulkAsync()).Count);
        Assert.Equal(IssueState.Sent, (await newsroom.IssuesAsync()).Single().State);

        Task BounceAsync(long delivery) => newsroom.AskAsync(async newspaper =>
        {
            await newspaper.NoteBounceAsync(delivery, "dsn", BounceKind.Hard, "550 5.1.1", newsroom.Clock.GetUtcNow(), default);
            return 0;
        });
    }
}
