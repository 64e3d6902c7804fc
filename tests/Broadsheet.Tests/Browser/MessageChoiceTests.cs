using System.Text.RegularExpressions;
using Broadsheet.Articles;
using Broadsheet.Document;
using Broadsheet.Messages;
using Broadsheet.Messages.Choosing;
using Broadsheet.Messages.Counting;
using Broadsheet.Settings;
using Broadsheet.Tests.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Broadsheet.Tests.Browser;

/// <summary>One stored page, and in each reader's own browser the message that is for her.</summary>
public sealed class MessageChoiceTests
{
    private const string Asks = "For everybody: the text.";

    // What lists against advertising and nuisances hide and stop, as their rules are written: by a class, an id, an address.
    private static readonly string[] Hidden =
    [
        ".donate", ".donation", ".newsletter", ".newsletter-signup", ".popup", ".popover", ".banner", ".promo", ".subscribe", ".signup", ".appeal", ".ad", ".ads", ".advert", ".overlay", ".modal", ".paywall",
        "[class*='donat' i]", "[class*='newsletter' i]", "[class*='popup' i]", "[class*='promo' i]", "[class*='banner' i]", "[class*='subscri' i]", "[class*='advert' i]", "[class*='fundrais' i]", "[class*='campaign' i]",
        "[id*='donat' i]", "[id*='newsletter' i]", "[id*='popup' i]", "[id*='banner' i]", "[id*='subscri' i]", "[id^='ad-']", "[id^='google_ads']", "[data-ad]", "[data-campaign]", "[aria-label*='newsletter' i]",
        "form[action*='newsletter' i]", "form[action*='subscri' i]", "a[href*='/donate' i]", "iframe[src*='donat' i]",
    ];

    private static readonly string[] Stopped = ["/donate", "/newsletter/", "/popup", "/banner", "/promo", "/campaign", "/ads/", "/ad.", "/track", "/pixel", "/beacon", "/collect", "/analytics", "/stats", "/metrics", "/telemetry", "/log?", "/event?"];

    [Fact]
    public async Task The_same_stored_page_shows_the_right_message_to_a_new_reader_a_regular_one_a_subscriber_and_a_supporter()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var (path, _) = await PaperAsync(newsroom);
        await using var chromium = await Chromium.StartAsync(hasPictures: false);
        var bodies = new HashSet<string>();

        async Task ShowsAsync(string facts, string words, string hash = "", bool hasScript = true)
        {
            await using var context = await chromium.NewContextAsync(new() { BaseURL = Chromium.AddressOf(newsroom), JavaScriptEnabled = hasScript });
            await context.AddInitScriptAsync($"if (!localStorage.getItem('paper')) localStorage.setItem('paper', '{facts}')");
            var page = await context.NewPageAsync();
            var answer = await page.GotoAsync(path + hash);
            bodies.Add(await answer!.TextAsync());
            await Assertions.Expect(page.Locator(".message")).ToHaveCountAsync(1);
            await Assertions.Expect(page.Locator(".message")).ToContainTextAsync(words);
            await Assertions.Expect(page.Locator(".message")).ToBeVisibleAsync();
            await Assertions.Expect(page).ToHaveURLAsync(new Regex("^[^#]*$"));
            Assert.Empty(await context.CookiesAsync());
        }

        var today = DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 86_400;
        await ShowsAsync("{}", "For new readers");
        await ShowsAsync("""{"v":9}""", "For everybody");
        await ShowsAsync($$"""{"v":9,"l":{{today - 20}}}""", "For subscribers");
        await ShowsAsync($$"""{"v":9,"l":{{today - 20}},"s":{{today - 300}}}""", "For supporters");
        await ShowsAsync($$"""{"v":9,"s":{{today - 400}}}""", "For everybody");
        // From a mail, on a browser that knew nothing: it names nobody, and it stays known.
        await ShowsAsync("{}", "For supporters", "#s");
        await ShowsAsync("{}", "For subscribers", "#l");
        await ShowsAsync("not even JSON", "For everybody");
        await ShowsAsync("{}", "For everybody", hasScript: false);
        Assert.Single(bodies);
    }

    [Fact]
    public async Task A_mark_from_a_mail_outlasts_the_page_and_visits_are_counted()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var (path, _) = await PaperAsync(newsroom);
        await using var chromium = await Chromium.StartAsync(hasPictures: false);
        await using var context = await chromium.NewContextAsync(new() { BaseURL = Chromium.AddressOf(newsroom) });
        var page = await context.NewPageAsync();

        await page.GotoAsync(path);
        await page.GotoAsync(path);
        Assert.Equal(1, await page.EvaluateAsync<int>("JSON.parse(localStorage.paper).v"));
        // Half an hour later it is another visit.
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await page.EvaluateAsync("{ const facts = JSON.parse(localStorage.paper); facts.t -= 31; localStorage.paper = JSON.stringify(facts) }");
            await page.GotoAsync(path);
        }
        await Assertions.Expect(page.Locator(".message")).ToContainTextAsync("For everybody");

        await page.GotoAsync("about:blank");
        await page.GotoAsync($"{path}#s");
        await page.GotoAsync("/");
        await Assertions.Expect(page.Locator(".message")).ToContainTextAsync("For supporters");
    }

    [Fact]
    public async Task Put_away_it_stays_away_and_the_next_one_stands()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var (path, _) = await PaperAsync(newsroom);
        await using var chromium = await Chromium.StartAsync(hasPictures: false);
        await using var context = await chromium.NewContextAsync(new() { BaseURL = Chromium.AddressOf(newsroom) });
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);

        await page.ClickAsync("text=Not now");
        await Assertions.Expect(page.Locator(".message")).ToHaveCountAsync(0);
        await page.GotoAsync(path);
        await Assertions.Expect(page.Locator(".message")).ToContainTextAsync("For everybody");

        await page.EvaluateAsync("{ const facts = JSON.parse(localStorage.paper); for (const id in facts.x) facts.x[id] -= 30; localStorage.paper = JSON.stringify(facts) }");
        await page.GotoAsync(path);
        await Assertions.Expect(page.Locator(".message")).ToContainTextAsync("For new readers");
    }

    [Fact]
    public async Task Seen_it_rests_and_is_counted_once_and_what_is_held_back_is_counted_where_it_would_have_stood()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var (path, _) = await PaperAsync(newsroom);
        var compared = await newsroom.SayAsync("Compared", new() { EveryDays = 7, HoldoutPercent = 50 }, position: 0);
        await using var chromium = await Chromium.StartAsync(hasPictures: false);

        foreach (var lot in new[] { 1, 2 })
        {
            await using var context = await chromium.NewContextAsync(new() { BaseURL = Chromium.AddressOf(newsroom), UserAgent = $"Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36 Lot/{lot}" });
            // Heads or tails as this test wants it.
            await context.AddInitScriptAsync($"Math.random = () => {(lot == 1 ? "0.9" : "0.1")}");
            var page = await context.NewPageAsync();
            await page.GotoAsync(path);
            await page.EvaluateAsync("scrollTo({ top: document.body.scrollHeight })");
            await page.WaitForFunctionAsync("id => (JSON.parse(localStorage.paper).n || {})[id]", compared.PublicId.ToString());
            await Assertions.Expect(page.Locator(".message")).ToContainTextAsync(lot == 1 ? "Compared" : "For new readers");
            // Seen, it rests, in both lots.
            await page.GotoAsync(path);
            await Assertions.Expect(page.Locator(".message")).ToContainTextAsync("For new readers");
            // Whatever leads to a gift, the lot goes along, and nothing else.
            Assert.Equal(lot, await page.EvaluateAsync<int>("id => JSON.parse(localStorage.paper).h[id]", compared.PublicId.ToString()));
            Assert.Empty(await context.CookiesAsync());
        }

        await newsroom.FlushSeenAsync();
        var counts = await newsroom.AskAsync(newspaper => newspaper.MessageCounts.AsNoTracking().Where(row => row.MessageId == compared.Id).OrderBy(row => row.Arm).ToListAsync());
        Assert.Equal([(Arm.With, 1L, 1L), (Arm.Without, 1L, 1L)], counts.Select(row => (row.Arm, row.Seen, row.Browsers)));
    }

    [Fact]
    public async Task Lists_against_advertising_leave_it_alone()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var (path, _) = await PaperAsync(newsroom);
        await using var chromium = await Chromium.StartAsync(hasPictures: false);
        await using var context = await chromium.NewContextAsync(new() { BaseURL = Chromium.AddressOf(newsroom) });
        var stopped = new List<string>();
        await context.RouteAsync(address => Stopped.Any(part => new Uri(address).PathAndQuery.Contains(part, StringComparison.OrdinalIgnoreCase)), async route => { stopped.Add(route.Request.Url); await route.AbortAsync(); });
        // As such tools do it: a style sheet of their own, before the page is drawn.
        var page = await context.NewPageAsync();
        await (await context.NewCDPSessionAsync(page)).SendAsync("Page.setBypassCSP", new() { ["enabled"] = true });
        await page.AddInitScriptAsync($$"""
            new MutationObserver((_, watch) => {
              if (!document.head) return
              watch.disconnect()
              const style = document.createElement('style')
              style.textContent = {{System.Text.Json.JsonSerializer.Serialize(string.Concat(Hidden.Select(rule => rule + " { display: none !important }\n")))}}
              document.head.append(style)
            }).observe(document, { childList: true, subtree: true })
            """);
        // A page of what they are against: the rules do hide.
        await page.GotoAsync(path);
        await page.EvaluateAsync("document.body.insertAdjacentHTML('beforeend', '<div class=\"site-newsletter-box\" id=\"control\">Sign up</div>')");
        await Assertions.Expect(page.Locator("#control")).ToBeHiddenAsync();

        foreach (var (facts, words) in new[] { ("{}", "For new readers"), ("""{"v":9}""", "For everybody"), ("""{"v":9,"s":99999}""", "For supporters") })
        {
            await page.EvaluateAsync("facts => localStorage.setItem('paper', facts)", facts);
            foreach (var where in new[] { path, "/" })
            {
                await page.GotoAsync(where);
                await Assertions.Expect(page.Locator(".message")).ToContainTextAsync(words);
                await Assertions.Expect(page.Locator(".message")).ToBeVisibleAsync();
                await Assertions.Expect(page.Locator(".message .button").First).ToBeVisibleAsync();
            }
        }
        Assert.Empty(stopped);
    }

    [Fact]
    public async Task Where_memory_is_off_the_browser_keeps_nothing_and_the_country_is_asked_for_only_where_it_matters()
    {
        await using var newsroom = await Newsroom.OpenAsync(settings: machine => machine with { Edge = machine.Edge with { CountryHeader = "CF-IPCountry" } });
        var (path, _) = await PaperAsync(newsroom);
        await using var chromium = await Chromium.StartAsync(hasPictures: false);

        async Task<(int Asked, int Kept)> ReadAsync(string country, string words)
        {
            await using var context = await chromium.NewContextAsync(new() { BaseURL = Chromium.AddressOf(newsroom) });
            var asked = 0;
            await context.RouteAsync("**/country", async route => { asked++; await route.ContinueAsync(new() { Headers = new Dictionary<string, string>(route.Request.Headers) { ["CF-IPCountry"] = country } }); });
            var page = await context.NewPageAsync();
            await page.GotoAsync(path);
            await Assertions.Expect(page.Locator("html[data-notes]")).ToBeAttachedAsync();
            await Assertions.Expect(page.Locator(".message")).ToContainTextAsync(words);
            return (asked, await page.EvaluateAsync<int>("localStorage.length"));
        }

        Assert.Equal((0, 1), await ReadAsync("DE", "For new readers"));

        await newsroom.SayAsync("For Israel", new() { Countries = ["IL"] }, position: 0);
        Assert.Equal((1, 1), await ReadAsync("IL", "For Israel"));
        Assert.Equal((1, 1), await ReadAsync("DE", "For new readers"));
        Assert.Equal((1, 1), await ReadAsync("XX", "For new readers"));

        await newsroom.ChangeAsync(newspaper => newspaper.SetSetting(new LocalFacts { Without = ["DE"] }, 0, newsroom.Clock.GetUtcNow()));
        Assert.Equal((1, 1), await ReadAsync("IL", "For Israel"));
        Assert.Equal((1, 0), await ReadAsync("DE", "For everybody"));
        // Nobody knows where: nothing is kept.
        Assert.Equal((1, 0), await ReadAsync("", "For everybody"));
    }

    [Fact]
    public async Task What_is_pressed_and_the_lot_that_was_drawn_go_along_to_the_form_of_the_gift()
    {
        await using var newsroom = await Newsroom.OpenAsync(settings: machine => machine with { Stripe = new() { SecretKey = "sk_test_of_nobody", WebhookSecret = "whsec_test", ApiAddress = "http://127.0.0.1:9" } });
        await newsroom.ChangeAsync(newspaper => newspaper.SetSettingOf(newsroom.Edition.Id, new PaperSupport { Amounts = new("USD", [500, 1000]) }, 0, newsroom.Clock.GetUtcNow()));
        var story = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        var message = await newsroom.SayAsync("Compared", new() { HoldoutPercent = 50 }, new() { Title = "Compared", Body = DraftDocument.OfText("Carry us."), Button = "How to give", Address = "/support" });
        await using var chromium = await Chromium.StartAsync(hasPictures: false);
        await using var context = await chromium.NewContextAsync(new() { BaseURL = Chromium.AddressOf(newsroom) });
        await context.AddInitScriptAsync("Math.random = () => 0.9");
        var page = await context.NewPageAsync();

        async Task ArrivedAsync(string id)
        {
            await page.WaitForURLAsync("**/give?**");
            await Assertions.Expect(page.Locator("input[name=message]")).ToHaveValueAsync(id);
            await Assertions.Expect(page.Locator("input[name=arms]")).ToHaveValueAsync($"{message.PublicId}.1");
        }

        await page.GotoAsync($"/city/{story.Slug}");
        await page.EvaluateAsync("scrollTo({ top: document.body.scrollHeight })");
        await page.WaitForFunctionAsync("id => (JSON.parse(localStorage.paper).n || {})[id]", message.PublicId.ToString());
        await page.ClickAsync(".message >> text=$10");
        await ArrivedAsync($"{message.PublicId}");
        Assert.Contains($"story={story.PublicId}", page.Url, StringComparison.Ordinal);

        // By way of the support page, which is stored.
        await page.GotoAsync($"/city/{story.Slug}");
        await page.ClickAsync("text=How to give");
        await page.ClickAsync(".amounts >> text=$5");
        await ArrivedAsync($"{message.PublicId}");

        // And by no message: it is credited to none, and its lot is known all the same.
        await page.GotoAsync("/support");
        await page.ClickAsync(".amounts >> text=$5");
        await ArrivedAsync("");
    }

    // A story of five paragraphs, a message for each kind of reader, one for all.
    private static async Task<(string Path, Article Story)> PaperAsync(Newsroom newsroom)
    {
        var story = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls", content => content with { Body = DraftDocument.OfText(string.Join("\n\n", Enumerable.Range(1, 5).Select(number => $"Paragraph {number} of the story."))) }));
        await newsroom.SayAsync("For new readers", new() { Who = Audience.New, InStory = StoryPlace.AfterParagraph, Paragraph = 2 }, position: 1);
        await newsroom.SayAsync("For subscribers", new() { Who = Audience.Subscriber }, position: 2);
        await newsroom.SayAsync("For supporters", new() { Who = Audience.Supporter }, position: 3);
        await newsroom.SayAsync("For everybody", position: 4);
        return ($"/city/{story.Slug}", story);
    }
}
