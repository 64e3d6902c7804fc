using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Newsletters;
using Broadsheet.Newsletters.Issues;
using Broadsheet.Readers;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Notices;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MimeKit;
using static Broadsheet.Tests.Readers.ReaderBrowser;

namespace Broadsheet.Tests.Newsletters;

/// <summary>An issue from the first word to the last mailbox, with a real mail server.</summary>
public sealed class IssueTests
{
    [Theory, OnBoth]
    public async Task An_issue_is_made_shown_tried_and_sent_once_to_who_still_wants_it(On on)
    {
        await using var postbox = await Postbox.OpenAsync();
        // Over one connection, so that it is known who is first.
        await using var newsroom = await OpenAsync(postbox, on, machine => machine with { Mail = machine.Mail with { Connections = 1 } });
        var worker = newsroom.App.Services.GetServices<IHostedService>().OfType<IssueWorker>().Single();
        await worker.StopAsync(default);
        var tide = new Newsletter(newsroom.Edition.Id, "The Morning Tide", "tide", 0);
        await newsroom.ChangeAsync(newspaper => newspaper.Newsletters.Add(tide));
        var subscriptions = new Dictionary<string, Subscription>();
        foreach (var name in new[] { "dana", "nobody", "leaver", "loud", "ruth" }) subscriptions[name] = await SubscribeAsync(name);
        var wall = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall <falls>"));
        var ferry = await newsroom.PublishAsync(await newsroom.DraftAsync("Ferry is late"));
        using var noor = await newsroom.AsAsync(Role.Publisher);

        var begun = await noor.SubmitAsync($"/newsroom/newsletters/{tide.Id}/issues");
        Assert.Equal(302, (int)begun.StatusCode);
        var issue = await newsroom.AskAsync(newspaper => newspaper.Issues.SingleAsync());
        Assert.Equal([wall.Id, ferry.Id], issue.Stories.Order());
        var path = $"/newsroom/issues/{issue.Id}";
        Assert.Contains("Ferry is late", await noor.ReadAsync(path));
        Assert.Equal(422, (int)(await noor.SubmitAsync($"{path}/sending", ("Act", "now"), ("Revision", $"{issue.Revision}"))).StatusCode);
        Assert.Equal(422, (int)(await noor.SubmitAsync("/newsroom/newsletters/postal-address", ("Edition", $"{newsroom.Edition.Id}"), ("Lines", " "))).StatusCode);
        Assert.Equal(302, (int)(await noor.SubmitAsync("/newsroom/newsletters/postal-address", ("Edition", $"{newsroom.Edition.Id}"), ("Lines", "1 Quay\r\nHarbour"))).StatusCode);
        (string, string)[] written = [("Subject", "High\r\nwater"), ("Preheader", "Two stories"), ("Intro", "Good morning."), ($"Place-{ferry.Id}", "1"), ($"Place-{wall.Id}", "2"), ("Revision", $"{issue.Revision}")];
        Assert.Equal(302, (int)(await noor.SubmitAsync(path, written)).StatusCode);
        Assert.Equal(409, (int)(await noor.SubmitAsync(path, written)).StatusCode);
        issue = await newsroom.AskAsync(newspaper => newspaper.Issues.SingleAsync());
        Assert.Equal([ferry.Id, wall.Id], issue.Stories);
        var html = await noor.ReadAsync($"{path}/preview.html");
        Assert.Contains("Harbour wall &lt;falls&gt;", html);
        Assert.Contains("https://post.example/city/ferry-is-late", html);
        Assert.Contains("1 Quay, Harbour", await noor.ReadAsync($"{path}/preview.txt"));

        // Looked at by day and by night, on a phone and a desk.
        var frames = System.Text.RegularExpressions.Regex.Matches(await noor.ReadAsync($"{path}/preview"), "<iframe src=\"([^\"]+)\"").Select(frame => frame.Groups[1].Value).ToList();
        Assert.Equal(4, frames.Count);
        foreach (var (frame, media) in frames.Zip(["@media not all{", "@media all{", "@media not all{", "@media all{"])) Assert.Contains(media, await noor.ReadAsync(frame));
        Assert.Contains("@media (prefers-color-scheme:dark){", html);

        // Clicked twice it goes out once; who subscribes later is not among those it was written down for.
        for (var click = 0; click < 2; click++) Assert.Equal(302, (int)(await noor.SubmitAsync($"{path}/sending", ("Act", "now"), ("Revision", $"{issue.Revision}"))).StatusCode);
        await newsroom.RunJobsAsync();
        await SubscribeAsync("late");
        Assert.Equal(5, await newsroom.AskAsync(newspaper => newspaper.Deliveries.CountAsync()));

        // Paused, nothing goes; meanwhile one leaves, one complains, a story is withdrawn.
        await ActAsync("pause");
        await worker.SendDueAsync(default);
        Assert.Empty(await postbox.ReadAsync());
        var leave = newsroom.App.Services.GetRequiredService<LeavingLinks>().Of(subscriptions["leaver"], newsroom.Edition);
        await newsroom.Client.PostAsync(new Uri(leave).PathAndQuery, new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]));
        await newsroom.ChangeAsync(newspaper => newspaper.Suppressions.Add(new(ReaderAddress.HashOf("loud@harbour.example"), SuppressedFor.Complaint, newsroom.Clock.GetUtcNow())));
        await newsroom.AskAsync(newspaper => newspaper.WriteAsync(() => newspaper.Articles.Where(row => row.Id == wall.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.RightsEnd, newsroom.Clock.GetUtcNow()))));
        await ActAsync("resume");
        await postbox.RefuseAsync(1);
        await worker.SendDueAsync(default);
        Assert.Equal(IssueState.Sending, (await newsroom.AskAsync(newspaper => newspaper.Issues.SingleAsync())).State);
        Assert.Equal("ruth@harbour.example", (await MailsAsync()).Single().To.Mailboxes.Single().Address);
        newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
        await worker.SendDueAsync(default);

        var mails = await MailsAsync();
        Assert.Equal(["ruth@harbour.example", "dana@harbour.example"], mails.Select(mail => mail.To.Mailboxes.Single().Address));
        var mail = mails[1];
        Assert.Equal(("High water", "The Harbour Post"), (mail.Subject, mail.From.Mailboxes.Single().Name));
        Assert.Equal("<https://post.example/unsubscribe", mail.Headers[HeaderId.ListUnsubscribe]!.Split('?')[0]);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers[HeaderId.ListUnsubscribePost]);
        Assert.All(new[] { mail.HtmlBody, mail.TextBody }, body =>
        {
            Assert.Contains("Ferry is late", body);
            Assert.Contains("1 Quay, Harbour", body);
            Assert.DoesNotContain("Harbour wall", body);
        });
        var ended = await newsroom.AskAsync(newspaper => newspaper.Deliveries.AsNoTracking().ToListAsync());
        Assert.Equal(DeliveryState.Bounced, StateOf("nobody"));
        Assert.Equal((DeliveryState.Left, DeliveryState.Left, DeliveryState.HandedOver), (StateOf("leaver"), StateOf("loud"), StateOf("dana")));
        Assert.Equal($"{ended.Single(row => row.SubscriptionId == subscriptions["dana"].Id).PublicId:N}@harbour.example", mail.MessageId);
        Assert.Equal(IssueState.Sent, (await newsroom.AskAsync(newspaper => newspaper.Issues.SingleAsync())).State);
        Assert.Matches("Bounced</th><td>1<", await noor.ReadAsync(path));

        DeliveryState StateOf(string name) => ended.Single(row => row.SubscriptionId == subscriptions[name].Id).State;

        async Task ActAsync(string act)
        {
            var seen = await newsroom.AskAsync(newspaper => newspaper.Issues.AsNoTracking().SingleAsync());
            Assert.Equal(302, (int)(await noor.SubmitAsync($"{path}/sending", ("Act", act), ("Revision", $"{seen.Revision}"))).StatusCode);
        }

        async Task<List<MimeMessage>> MailsAsync()
        {
            var all = new List<MimeMessage>();
            foreach (var text in await postbox.ReadAsync()) all.Add(await MimeMessage.LoadAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text))));
            return all;
        }

        Task<Subscription> SubscribeAsync(string name) => newsroom.AskAsync(async newspaper =>
        {
            var reader = new Reader(ReaderAddress.Read($"{name}@harbour.example")!, newsroom.Edition.Id, newsroom.Clock.GetUtcNow());
            newspaper.Readers.Add(reader);
            await newspaper.SaveChangesAsync();
            var subscription = new Subscription(reader.Id, tide.Id);
            subscription.Start(new(newsroom.Clock.GetUtcNow(), Confirmed.ByMail, "/", "Yes"));
            newspaper.Subscriptions.Add(subscription);
            await newspaper.SaveChangesAsync();
            return subscription;
        });
    }
}
