using System.Net;
using System.Text.RegularExpressions;
using Broadsheet.Bench;
using Broadsheet.Editions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Broadsheet.Tests.Browser;

/// <summary>Promise 29: what a reader's page weighs and asks of her, in Chromium on the sample paper.</summary>
public sealed class ReaderPageTests(SampleServer sample) : IClassFixture<SampleServer>
{
    private const int Kilo = 1000;

    [Theory]
    [InlineData("/")]
    [InlineData("/he/")]
    public async Task An_article_with_its_picture_is_light_on_a_phone(string front)
    {
        await using var chromium = await Chromium.StartAsync();
        await using var context = await chromium.NewContextAsync(new() { BaseURL = sample.Address, ViewportSize = new() { Width = 390, Height = 844 }, DeviceScaleFactor = 2, IsMobile = true, HasTouch = true });
        var page = await context.NewPageAsync();
        await page.GotoAsync(front);
        var article = await page.EvaluateAsync<string>("document.querySelector('.story-lead a').getAttribute('href')");
        await page.CloseAsync();

        var loads = await LoadAsync(context, article);

        Assert.Contains(loads, load => load.Kind == "Image");
        Assert.Contains(loads, load => load.Kind == "Font");
        Assert.InRange(Sum(loads, "Document", "Stylesheet"), 1, 40 * Kilo);
        Assert.InRange(Sum(loads, "Script"), 0, 10 * Kilo);
        Assert.InRange(Sum(loads, "Font"), 1, 90 * Kilo);
        Assert.True(loads.Sum(load => load.Bytes) <= 200 * Kilo, string.Join('\n', loads.OrderByDescending(load => load.Bytes).Select(load => $"{load.Bytes} {load.Kind} {load.Address}")));
    }

    [Fact]
    public async Task Nothing_jumps_while_a_page_comes_over_a_slow_line()
    {
        var figures = await ReadingSpeed.RunAsync(sample.Address, times: 1, _ => { });

        Assert.All(figures, page => Assert.InRange(page.LargestMilliseconds, 1, double.MaxValue));
        Assert.All(figures, page => Assert.InRange(page.Shift, 0, 0.02));
    }

    [Fact]
    public async Task Search_answers_while_a_reader_types()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var context = await chromium.NewContextAsync(new() { BaseURL = sample.Address });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/search");

        await page.Locator("#search-what").PressSequentiallyAsync("counc");

        await Assertions.Expect(page.Locator(".search-results h2 mark").First).ToHaveTextAsync("Council");
        await Assertions.Expect(page.Locator(".search-form [role=status]")).Not.ToBeEmptyAsync();
        Assert.EndsWith("/search?q=counc", page.Url);
    }

    [Fact]
    public async Task No_page_asks_anybody_else_or_leaves_a_cookie()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var context = await chromium.NewContextAsync(new() { BaseURL = sample.Address });
        var asked = new List<string>();
        var said = new List<string>();
        context.Request += (_, request) => { lock (asked) asked.Add(request.Url); };
        context.Console += (_, message) => { if (message.Type is "error" or "warning") lock (said) said.Add($"{message.Page?.Url}: {message.Text}"); };
        var page = await context.NewPageAsync();

        foreach (var path in new[] { "/", "/he/", "/latest", "/popular", "/politics", "/support" }) await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        await page.GotoAsync("/");
        await page.ClickAsync(".story-lead a");
        await page.EvaluateAsync("scrollTo({ top: document.body.scrollHeight })");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        Assert.True(asked.Count > 20);
        Assert.All(asked, address => Assert.StartsWith(sample.Address, address));
        Assert.Empty(await context.CookiesAsync());
        // Nothing but what the choice of a message needs: numbers and days, by nobody else to be read.
        Assert.Equal("paper", await page.EvaluateAsync<string>("[...Object.keys(localStorage), ...Object.keys(sessionStorage)].join()"));
        Assert.Matches("""^[\[\]{}:,"0-9a-z-]*$""", await page.EvaluateAsync<string>("localStorage.paper"));
        Assert.Empty(said);
    }

    [Fact]
    public async Task A_reader_without_JavaScript_finds_everything()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var context = await chromium.NewContextAsync(new() { BaseURL = sample.Address, JavaScriptEnabled = false, ViewportSize = new() { Width = 390, Height = 844 } });
        var page = await context.NewPageAsync();

        await page.GotoAsync("/");
        await Assertions.Expect(page.Locator(".popular li").First).ToBeVisibleAsync();
        var headline = await page.Locator(".story-lead :is(h2, h3)").First.InnerTextAsync();
        await page.ClickAsync(".story-lead a");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(headline.Trim());
        await Assertions.Expect(page.Locator("article img, main img").First).ToBeVisibleAsync();
        Assert.NotEqual("0", await page.Locator("main img").First.GetAttributeAsync("width"));

        await page.ClickAsync("nav.sections a >> text=Politics");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Politics");
        await page.ClickAsync("nav.sections a >> text=Latest");
        await page.ClickAsync(".pager a");
        Assert.Contains("page=2", page.Url);
        await page.ClickAsync(".editions a[lang=he]");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
        await page.ClickAsync("text=תמכו בנו");
        await Assertions.Expect(page.Locator("h1")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/he/")]
    public async Task No_link_of_a_front_page_leads_nowhere_or_elsewhere(string front)
    {
        using var reader = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(sample.Address) };
        var links = Regex.Matches(await reader.GetStringAsync(front), "(?:href|src)=\"(/[^\"#?]*)").Select(link => link.Groups[1].Value).Distinct().ToList();

        Assert.True(links.Count > 30, $"{links.Count} links");
        foreach (var link in links)
        {
            using var answer = await reader.GetAsync(link);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{(int)answer.StatusCode} {link}");
        }
    }

    [Theory]
    [InlineData("The <Quay>", ">&lt;</text>")]
    [InlineData("דואר הנמל", ">ד</text>")]
    public async Task The_papers_initial_is_its_icon(string name, string drawn)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.AskAsync(newspaper => newspaper.WriteAsync(() => newspaper.Editions.ExecuteUpdateAsync(set => set.SetProperty(row => row.Name, name))));

        var answer = await newsroom.Client.GetAsync("/favicon.ico");

        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.EndsWith(drawn + "</svg>", await answer.Content.ReadAsStringAsync());
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single());
    }

    private sealed record Load(string Kind, string Address, long Bytes);

    private static long Sum(IEnumerable<Load> loads, params string[] kinds) => loads.Where(load => kinds.Contains(load.Kind)).Sum(load => load.Bytes);

    /// <summary>What came over the wire, as sent: a first visit, until nothing more is asked.</summary>
    private static async Task<List<Load>> LoadAsync(IBrowserContext context, string path)
    {
        // Once before, so that pictures are cut and what is measured is a picture, not the wait for it.
        var first = await context.NewPageAsync();
        await first.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        await first.CloseAsync();

        var page = await context.NewPageAsync();
        var devtools = await context.NewCDPSessionAsync(page);
        await devtools.SendAsync("Network.enable");
        await devtools.SendAsync("Network.setCacheDisabled", new() { ["cacheDisabled"] = true });
        var (kinds, loads) = (new Dictionary<string, (string Kind, string Address)>(), new List<Load>());
        devtools.Event("Network.responseReceived").OnEvent += (_, json) => kinds[json!.Value.GetProperty("requestId").GetString()!] =
            (json.Value.GetProperty("type").GetString()!, json.Value.GetProperty("response").GetProperty("url").GetString()!);
        devtools.Event("Network.loadingFinished").OnEvent += (_, json) =>
        {
            if (kinds.TryGetValue(json!.Value.GetProperty("requestId").GetString()!, out var known)) loads.Add(new(known.Kind, known.Address, (long)json.Value.GetProperty("encodedDataLength").GetDouble()));
        };
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        return loads;
    }
}
