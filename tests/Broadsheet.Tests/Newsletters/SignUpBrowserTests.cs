using Broadsheet.Mail;
using Broadsheet.Newsletters;
using Broadsheet.Tests.Browser;
using Broadsheet.Tests.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Playwright;
using static Broadsheet.Tests.Readers.ReaderBrowser;

namespace Broadsheet.Tests.Newsletters;

/// <summary>Done-when 1 of supported by readers, as far as there are no issues: in Chromium, with JavaScript off and on.</summary>
public sealed class SignUpBrowserTests
{
    [Fact]
    public async Task A_reader_signs_up_from_a_story_confirms_after_a_scanner_and_leaves_with_one_click()
    {
        await using var postbox = await Postbox.OpenAsync();
        await using var newsroom = await Newsroom.OpenAsync(settings: machine => machine with { Mail = new() { Server = $"smtp://127.0.0.1:{postbox.Port}", From = "The Harbour Post <post@harbour.example>" } });
        await newsroom.App.Services.GetServices<IHostedService>().OfType<MailWorker>().Single().StopAsync(default);
        await newsroom.ChangeAsync(newspaper => newspaper.Newsletters.Add(new(newsroom.Edition.Id, "The Morning Tide", "tide", 0)));
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
            await page.GotoAsync(new Uri(newsroom.App.Services.GetRequiredService<LeavingLinks>().Of(subscription, newsroom.Edition)).PathAndQuery);
            await page.ClickAsync(".doorstep .button");
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("You have left");
            Assert.Equal(0, await newsroom.AskAsync(newspaper => newspaper.Subscriptions.CountAsync(row => row.EndedAt == null)));
        }
    }
}
