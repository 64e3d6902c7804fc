using Broadsheet.Accounts;
using Broadsheet.Messages;
using Broadsheet.Messages.Counting;
using Broadsheet.Newsletters;
using Broadsheet.Newsletters.Issues;
using Broadsheet.Newsletters.Schedule;
using Broadsheet.Settings;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Messages;
using Broadsheet.Tests.Newsletters;
using Broadsheet.Tests.Notices;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Tests.Readers.ReaderBrowser;

namespace Broadsheet.Tests.Appeals;

/// <summary>Messages in newsletters, sign-ups that a message brought, and mail when everything is stopped.</summary>
public sealed class MailTests
{
    [Theory, OnBoth]
    public async Task The_first_message_for_subscribers_stands_in_the_mail_with_a_link_that_is_credited(On on)
    {
        await using var postbox = await Postbox.OpenAsync();
        await using var newsroom = await NewsletterCast.OpenAsync(postbox, on);
        var tide = await newsroom.NewsletterAsync();
        await newsroom.SubscribeAsync(tide, "dana");
        await newsroom.SayAsync("Not in mails", position: 0);
        await newsroom.SayAsync("For new readers", new() { InNewsletter = true, Who = Audience.New }, position: 1);
        await newsroom.SayAsync("Sign up", new() { InNewsletter = true }, new() { Ask = MessageAsk.SignUp, Body = Broadsheet.Document.DraftDocument.OfText("Sign up!") }, position: 2);
        var message = await newsroom.SayAsync("You read <us>", new() { InNewsletter = true, Who = Audience.Subscriber | Audience.Supporter }, position: 3);
        newsroom.GoTo("06:00");
        await newsroom.ScheduleAsync(tide, Rhythm.Daily, "07:00");
        await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        foreach (var time in new[] { "06:30", "07:00" })
        {
            newsroom.GoTo(time);
            await newsroom.SendIssuesAsync();
        }

        var mail = Assert.Single(await postbox.BulkAsync());
        var address = $"https://post.example/give?place=newsletter&message={message.PublicId}#l";
        Assert.Contains("You read &lt;us&gt;: the text.", mail.HtmlBody);
        Assert.Contains($"href=\"{System.Net.WebUtility.HtmlEncode(address)}\"", mail.HtmlBody);
        Assert.Contains("A message from The Harbour Post", mail.TextBody);
        Assert.Contains($"Support The Harbour Post: {address}", mail.TextBody);
        foreach (var other in new[] { "Not in mails", "For new readers", "Sign up!" }) Assert.DoesNotContain(other, mail.HtmlBody);
    }

    [Theory, OnBoth]
    public async Task Where_readers_give_online_the_mail_suggests_amounts_and_shows_how_far_the_goal_is(On on)
    {
        await using var postbox = await Postbox.OpenAsync();
        await using var newsroom = await NewsletterCast.OpenAsync(postbox, on, machine => machine with { Stripe = new() { SecretKey = "sk_test_harbour", WebhookSecret = "whsec_harbour" } });
        var tide = await newsroom.NewsletterAsync();
        await newsroom.SubscribeAsync(tide, "dana");
        await newsroom.ChangeAsync(newspaper => newspaper.SetSettingOf(newsroom.Edition.Id, new PaperSupport { Amounts = new("USD", [500, 1250]) }, 0, newsroom.Clock.GetUtcNow()));
        var message = await newsroom.SayAsync("Towards a boat", new() { InNewsletter = true }, goal: new(10_000, "USD", new(2026, 2, 1), new(2026, 3, 31)));
        await newsroom.ChangeAsync(newspaper => newspaper.Messages.Single().NoteReached(2_550));
        await newsroom.StartAsync(tide, (await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"))).Id);
        await newsroom.SendIssuesAsync();

        var mail = Assert.Single(await postbox.BulkAsync());
        var five = $"https://post.example/give?amount=5&place=newsletter&message={message.PublicId}#l";
        Assert.Contains($"href=\"{System.Net.WebUtility.HtmlEncode(five)}\"", mail.HtmlBody);
        Assert.Contains($"$5: {five}", mail.TextBody);
        Assert.Contains(">$12.50</a>", mail.HtmlBody);
        foreach (var body in new[] { mail.HtmlBody, mail.TextBody }) Assert.Contains("$25.50 of $100 by 31 March 2026", body);
        Assert.Contains("class=\"reached\" width=\"25%\"", mail.HtmlBody);
        Assert.Contains("class=\"left\" width=\"75%\"", mail.HtmlBody);
    }

    [Theory, OnBoth]
    public async Task Stopped_what_is_under_way_rests_and_goes_on_and_what_comes_due_waits_for_a_person(On on)
    {
        await using var postbox = await Postbox.OpenAsync();
        await using var newsroom = await NewsletterCast.OpenAsync(postbox, on);
        var tide = await newsroom.NewsletterAsync();
        await newsroom.SubscribeAsync(tide, "dana");
        using var publisher = await newsroom.AsAsync(Role.Publisher);
        newsroom.GoTo("06:00");
        await newsroom.ScheduleAsync(tide, Rhythm.Daily, "07:00");
        await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        newsroom.GoTo("06:30");
        await newsroom.SendIssuesAsync();
        newsroom.GoTo("07:00");
        await newsroom.RunJobsAsync();
        Assert.Equal(IssueState.Sending, (await newsroom.IssuesAsync()).Single().State);

        // Under way: not one mail more.
        await publisher.SubmitAsync("/newsroom/messages/standstill");
        await newsroom.SendIssuesAsync();
        Assert.Equal(IssueState.Sending, (await newsroom.IssuesAsync()).Single().State);
        Assert.Empty(await postbox.BulkAsync());

        // The next day's is made, and waits; so does one that was scheduled before.
        await newsroom.PublishAsync(await newsroom.DraftAsync("Ferry is late"));
        newsroom.GoTo("06:30");
        await newsroom.SendIssuesAsync();
        newsroom.GoTo("07:00");
        await newsroom.SendIssuesAsync();
        var next = (await newsroom.IssuesAsync())[^1];
        Assert.Equal((IssueState.Draft, Waiting.Stopped), (next.State, next.WaitsFor!.Value));
        // A day later yesterday's session has ended.
        using var later = await newsroom.AsAsync(Role.Publisher);
        Assert.Contains("It waits: all appeals and scheduled mail were stopped", await later.ReadAsync($"/newsroom/issues/{next.Id}"));
        Assert.Empty(await postbox.BulkAsync());

        await later.SubmitAsync("/newsroom/messages/resumption");
        await newsroom.SendIssuesAsync();
        Assert.Equal("Harbour wall falls", Assert.Single(await postbox.BulkAsync()).Subject);
        Assert.Equal([IssueState.Sent, IssueState.Draft], (await newsroom.IssuesAsync()).Select(issue => issue.State));
    }

    [Theory, OnBoth]
    public async Task A_sign_up_is_credited_to_the_message_whose_form_it_was_once_it_is_confirmed(On on)
    {
        await using var postbox = await Postbox.OpenAsync();
        await using var newsroom = await NewsletterCast.OpenAsync(postbox, on);
        var tide = new Newsletter(newsroom.Edition.Id, "The Morning Tide", "tide", 0);
        await newsroom.ChangeAsync(newspaper => newspaper.Newsletters.Add(tide));
        var message = await newsroom.SayAsync("Every morning", words: new() { Ask = MessageAsk.SignUp, Body = Broadsheet.Document.DraftDocument.OfText("Every morning.") });
        await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        using var dana = ReaderIn(newsroom);
        var html = await dana.ReadAsync("/city/harbour-wall-falls");
        Assert.Equal($"{message.PublicId}", Hidden(html, "message"));

        var second = await dana.SubmitAsync("/by-mail", ("address", "dana@harbour.example"), ("newsletter", $"{tide.PublicId}"), ("page", Hidden(html, "page")), ("message", $"{message.PublicId}"));
        newsroom.Clock.Advance(TimeSpan.FromSeconds(3));
        await dana.SubmitAsync("/by-mail/request", ("form", Hidden(await second.Content.ReadAsStringAsync(), "form")));
        Assert.Equal(0, await newsroom.AskAsync(newspaper => newspaper.MessageCounts.CountAsync()));
        var link = LinkIn(Assert.Single(await newsroom.MailsAsync(postbox)));
        var done = await dana.SubmitAsync("/by-mail/confirmation", ("key", Hidden(await dana.ReadAsync(link), "key")));

        Assert.Contains("data-mark=\"l\"", await done.Content.ReadAsStringAsync());
        var count = await newsroom.AskAsync(newspaper => newspaper.MessageCounts.AsNoTracking().SingleAsync());
        Assert.Equal((message.Id, Arm.None, 0L, 1L), (count.MessageId, count.Arm, count.Seen, count.SignUps));
    }
}
