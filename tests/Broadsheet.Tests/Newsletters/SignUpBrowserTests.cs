using Broadsheet.Mail;
using Broadsheet.Newsletters;
using Broadsheet.Newsletters.Schedule;
using Broadsheet.Tests.Browser;
using Broadsheet.Tests.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Playwright;
using MimeKit;
using static Broadsheet.Tests.Readers.ReaderBrowser;

namespace Broadsheet.Tests.Newsletters;

/// <summary>Done-when 1 of supported by readers: in Chromium, with JavaScript off and on, from a story to the next issue and out again.</summary>
public sealed class SignUpBrowserTests
{
    [Fact]
    public async Task A_reader_signs_up_from_a_story_confirms_after_a_scanner_and_leaves_with_one_click()
    {
        await using var postbox = await Postbox.OpenAsync();
        await using var newsroom = await Newsroom.OpenAsync(settings: machine => machine with { Mail = new() { Server = $"smtp://127.0.0.1:{postbox.Port}", From = "The Harbour Post <post@harbour.example>" } });
        await newsroom.App.Services.GetServices<IHostedService>().OfType<MailWorker>().Single().StopAsync(default);
        var tide = await newsroom.NewsletterAsync();
        newsroom.GoTo("05:30");
        await newsroom.ScheduleAsync(tide, Rhythm.Daily, "07:00");
        await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        await using var chromium = await Chromium.StartAsync();

        foreach (var hasScript in new[] { false, true })
        {
            var context = await chromium.NewContextAsync(new() { BaseURL = Chromium.AddressOf(newsroom), JavaScriptEnabled = hasScript });
            var page = await context.NewPageAsync();
            await page.GotoAsync("/city/harbour-wall-falls");
            await page.FillAsync("#by-mail-address", $"dana{hasScript}@harbour.example");
            await page.PressAsync("#by-mail-address", "Enter");
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Is this what you want?");
            newsroom.Clock.Advance(TimeSpan.FromSeconds(3));
            await page.ClickAsync(".doorstep .button");
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Look into your mailbox");

            var link = System.Text.RegularExpressions.Regex.Match((await newsroom.MailsAsync(postbox))[^1].TextBody!, "https?://[^/]+(/\\S+)").Groups[1].Value;
            await newsroom.Client.GetAsync(link);
            await newsroom.Client.SendAsync(new(HttpMethod.Head, link));
            Assert.Equal(hasScript ? 1 : 0, await newsroom.AskAsync(newspaper => newspaper.Subscriptions.CountAsync()));
            await page.GotoAsync(link);
            await page.ClickAsync(".doorstep .button");
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("You are on the list");
            Assert.Empty(await context.CookiesAsync());

            var subscription = await newsroom.AskAsync(newspaper => newspaper.Subscriptions.OrderBy(row => row.Id).LastAsync());
            Assert.True(subscription.IsActive);

            // The next issue, at its hour.
            await newsroom.PublishAsync(await newsroom.DraftAsync($"High water {hasScript}"));
            newsroom.GoTo("06:30");
            await newsroom.SendIssuesAsync();
            var before = (await postbox.BulkAsync()).Count;
            newsroom.GoTo("07:00");
            await newsroom.SendIssuesAsync();
            var mail = (await postbox.BulkAsync())[before..].Single();
            Assert.Equal(($"dana{hasScript}@harbour.example", $"High water {hasScript}"), (mail.To.Mailboxes.Single().Address, mail.Subject));

            // A scanner opens every link of it, in both its parts and its head.
            var links = System.Text.RegularExpressions.Regex.Matches(mail.TextBody + System.Net.WebUtility.HtmlDecode(mail.HtmlBody) + mail.Headers[HeaderId.ListUnsubscribe], "https?://[^/\\s]+(/[^\\s\"<>]*)").Select(match => match.Groups[1].Value).Distinct().ToList();
            Assert.Contains(links, one => one.StartsWith("/unsubscribe", StringComparison.Ordinal));
            Assert.Contains(links, one => one.StartsWith("/newsletters/tide/", StringComparison.Ordinal));
            foreach (var one in links) Assert.True((await newsroom.Client.GetAsync(one)).IsSuccessStatusCode, one);
            Assert.Equal(1, await newsroom.AskAsync(newspaper => newspaper.Subscriptions.CountAsync(row => row.EndedAt == null)));

            await page.GotoAsync(links.First(one => one.StartsWith("/newsletters/tide/", StringComparison.Ordinal)));
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync($"High water {hasScript}");
            await page.GotoAsync(links.First(one => one.StartsWith("/unsubscribe", StringComparison.Ordinal)));
            await page.ClickAsync(".doorstep .button");
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("You have left");
            Assert.Equal(0, await newsroom.AskAsync(newspaper => newspaper.Subscriptions.CountAsync(row => row.EndedAt == null)));
        }
    }
}
