using Broadsheet.Accounts;
using Broadsheet.Files;
using Broadsheet.Members;
using Broadsheet.Newsletters;
using Broadsheet.Newsletters.Issues;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Giving;
using Broadsheet.Tests.Messages;
using Deque.AxeCore.Commons;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Broadsheet.Tests.Browser;

/// <summary>Promise 30: axe finds nothing, by day and by lamplight, in both directions, and nothing is cut at 320 px or at twice the text.</summary>
public sealed class AccessibilityTests(SampleServer sample) : IClassFixture<SampleServer>
{
    private static readonly string[] Readers =
    [
        "/", "/latest", "/popular", "/politics", "/about", "/support", "/newsletters", "/sign-in", "/give", "/members", "/nowhere", "/search?q=harbour", "/search?q=harbuor",
        "/he/", "/he/latest", "/he/popular", "/he/about", "/he/support", "/he/newsletters", "/sign-in?edition=he", "/give?edition=he&amount=other", "/members?edition=he", "/he/nowhere",
    ];

    [Fact]
    public async Task Readers_pages()
    {
        await using var chromium = await Chromium.StartAsync(hasPictures: false);
        await using var context = await chromium.NewContextAsync(new() { BaseURL = sample.Address });
        var page = await context.NewPageAsync();
        var linked = new List<string>();
        foreach (var front in new[] { "/", "/he/" })
        {
            await page.GotoAsync(front);
            linked.AddRange(await page.EvaluateAsync<string[]>("[...new Set([...document.querySelectorAll('main a[href]')].map(a => a.getAttribute('href')).filter(href => /^\\/(he\\/)?[^/?#]+\\/[^/?#]+$/.test(href)))].slice(0, 3)"));
            await page.GotoAsync(linked[^1]);
            linked.AddRange(await page.EvaluateAsync<string[]>("[...document.querySelectorAll('.names a, .topics a')].map(a => a.getAttribute('href')).slice(0, 3)"));
        }
        foreach (var letters in new[] { "/newsletters", "/he/newsletters" })
        {
            foreach (var link in new[] { ".letter-sent a", ".sent-issues a" })
            {
                await page.GotoAsync(link == ".letter-sent a" ? letters : linked[^1]);
                linked.Add((await page.Locator(link).First.GetAttributeAsync("href"))!);
            }
        }
        await page.GotoAsync("/latest");
        var sponsored = await page.EvaluateAsync<string?>("document.querySelector('.story-sponsored a')?.getAttribute('href')");
        Assert.True(linked.Count >= 8, string.Join(' ', linked));

        AssertNone(await WrongAsync(context, [.. Readers, .. linked.Distinct(), .. sponsored is null ? Array.Empty<string>() : [sponsored]]));

        // The pages on which messages stand, as a supporter's and a regular reader's browser shows them.
        foreach (var facts in new[] { """{"s":99999}""", """{"v":9}""" })
        {
            await using var known = await chromium.NewContextAsync(new() { BaseURL = sample.Address });
            await known.AddInitScriptAsync($"localStorage.setItem('paper', '{facts}')");
            AssertNone(await WrongAsync(known, ["/", "/he/", .. linked.Where(path => path.Count(letter => letter == '/') > 1).Take(2)]));
        }

        foreach (var edition in new[] { "", "he" })
        {
            await using var signedIn = await chromium.NewContextAsync(new() { BaseURL = sample.Address });
            await sample.SignInAsync(signedIn, edition);
            var account = await (await signedIn.NewPageAsync()).GotoAsync("/account");
            Assert.EndsWith("/account", account!.Url);
            AssertNone(await WrongAsync(signedIn, ["/account", "/account/erasure"]));
        }
    }

    [Fact]
    public async Task Newsroom_pages()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        var file = new StoredFile(new string('a', 64), FileKind.Pdf, 2_300_000, "report.pdf", newsroom.Clock.GetUtcNow(), 0);
        await newsroom.ChangeAsync(newspaper => newspaper.Files.Add(file));
        var tide = new Newsletter(newsroom.Edition.Id, "The Morning Tide", "tide", 0);
        await newsroom.ChangeAsync(newspaper => newspaper.Newsletters.Add(tide));
        var issue = new Issue(tide.Id, newsroom.Clock.GetUtcNow());
        await newsroom.ChangeAsync(newspaper => newspaper.Issues.Add(issue));
        var entity = await newsroom.FoundAsync();
        var gift = await newsroom.GiveAsync(2500);
        var tier = new Tier(newsroom.Edition.Id, "Friend of the harbour", "USD");
        await newsroom.ChangeAsync(newspaper => newspaper.Tiers.Add(tier));
        var message = await newsroom.SayAsync("Towards a boat", goal: new(100_000, "USD", new(2026, 1, 1), new(2026, 12, 31)));
        await newsroom.ReceiptAsync(entity, gift);
        await using var chromium = await Chromium.StartAsync(hasPictures: false);
        await using var context = await chromium.SignedInAsync(newsroom, await newsroom.HireAsync(Role.Administrator));
        // From the route table, so that a new page is looked at without anybody adding it here.
        var paths = newsroom.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Select(route => "/" + route.RoutePattern.RawText!.Trim('/'))
            .Where(path => path.StartsWith("/newsroom", StringComparison.Ordinal) && !Path.HasExtension(path))
            .Select(path => path.Replace("articles/{id:long}", $"articles/{article.Id}", StringComparison.Ordinal).Replace("sections/{id:long}", $"sections/{newsroom.City.Id}", StringComparison.Ordinal)
                .Replace("files/{id:long}", $"files/{file.Id}", StringComparison.Ordinal).Replace("newsletters/{id:long}", $"newsletters/{tide.Id}", StringComparison.Ordinal)
                .Replace("issues/{id:long}", $"issues/{issue.Id}", StringComparison.Ordinal).Replace("donations/{id:long}", $"donations/{gift.Id}", StringComparison.Ordinal)
                .Replace("tiers/{id:long}", $"tiers/{tier.Id}", StringComparison.Ordinal).Replace("entities/{id:long}", $"entities/{entity.Id}", StringComparison.Ordinal)
                .Replace("messages/{id:long}", $"messages/{message.Id}", StringComparison.Ordinal))
            .Where(path => !path.Contains('{') && !path.EndsWith("preview/page", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.True(paths.Count > 15);
        // As it stands after an act, with what readers see.
        paths.Add($"/newsroom/articles/{article.Id}?since={newsroom.Clock.GetUtcNow().ToUnixTimeMilliseconds()}");

        var wrong = await WrongAsync(context, paths);
        // A mail, taken out of its frame, which lets no script run.
        var mail = await (await context.APIRequest.GetAsync($"/newsroom/issues/{issue.Id}/preview.html")).TextAsync();
        var page = await context.NewPageAsync();
        await page.SetContentAsync(mail);
        await LookAsync(page, "mail", wrong);
        AssertNone(wrong);
    }

    private static void AssertNone(List<string> wrong) => Assert.True(wrong.Count == 0, string.Join('\n', wrong));

    private static async Task<List<string>> WrongAsync(IBrowserContext context, IEnumerable<string> paths)
    {
        // By itself rather than by the package's RunAxe, which opens another page for each result.
        await context.AddInitScriptAsync(new BundledAxeScriptProvider().GetScript());
        var wrong = new List<string>();
        var page = await context.NewPageAsync();
        foreach (var path in paths)
        {
            var answer = await page.GotoAsync(path);
            if (answer?.Headers.GetValueOrDefault("content-type")?.StartsWith("text/html", StringComparison.Ordinal) != true) continue;
            // A part that a page asks for is looked at where it stands.
            if (!(await answer.TextAsync()).StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase)) continue;
            await LookAsync(page, path, wrong);
        }
        return wrong;
    }

    private static async Task LookAsync(IPage page, string path, List<string> wrong)
    {
        await page.SetViewportSizeAsync(1280, 900);
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            // By lamplight only the colours are others.
            foreach (var violation in await page.EvaluateAsync<string[]>(Axe, scheme == ColorScheme.Dark)) wrong.Add($"{path} {scheme}: {violation}");
        }

        await page.SetViewportSizeAsync(320, 700);
        if (await TooWideAsync(page) is { } narrow) wrong.Add($"{path}: scrolls sideways at 320 px: {narrow}");
        await page.SetViewportSizeAsync(640, 900);
        await page.EvaluateAsync("document.documentElement.style.fontSize = '200%'");
        if (await TooWideAsync(page) is { } large) wrong.Add($"{path}: scrolls sideways at 200 % text: {large}");
    }

    // Frames show readers' pages, which are looked at by themselves.
    private const string Axe = """
        async isDark => {
            const found = await axe.run(document, { iframes: false, resultTypes: ['violations'], ...isDark ? { runOnly: { type: "rule", values: ["color-contrast"] } } : {} })
            return found.violations.map(one => `${one.id} ${one.nodes.slice(0, 3).map(node => node.html).join(' | ')}`)
        }
        """;

    // What sticks out, so that it need not be looked for.
    private static Task<string?> TooWideAsync(IPage page) => page.EvaluateAsync<string?>("""
        () => {
            const root = document.documentElement
            if (root.scrollWidth <= root.clientWidth) return null
            const scrolls = one => one && one !== document.body && (getComputedStyle(one).overflowX !== 'visible' || getComputedStyle(one).position === 'absolute' || scrolls(one.parentElement))
            const out = [...document.body.querySelectorAll('*')].filter(one => !scrolls(one)).filter(one => one.getBoundingClientRect().right > root.clientWidth + 1 || one.getBoundingClientRect().left < -1)
            return `${root.scrollWidth} > ${root.clientWidth}: ` + out.slice(0, 4).map(one => `${one.localName}.${one.className}`).join(', ')
        }
        """);
}
