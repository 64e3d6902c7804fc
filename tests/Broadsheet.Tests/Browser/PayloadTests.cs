using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Pictures;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Api;
using Broadsheet.Tests.Pictures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Broadsheet.Tests.Browser;

/// <summary>
/// What a stranger's text could carry, sent through the API into every field and opened in Chromium, with the content
/// security policy and without it: nothing runs, and every word is shown or reported. The list is payloads.json.
/// </summary>
public sealed class PayloadTests
{
    private static readonly string[] Payloads = [.. JsonSerializer.Deserialize<Dictionary<string, string[]>>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Browser", "payloads.json")))!.Values.SelectMany(group => group)];

    // White space and controls are no text: browsers and the paper drop and join them.
    private const string Norm = "const norm = text => (text ?? '').replace(/[\\s\\u0000-\\u001f\\u007f\\ufffe\\uffff]/g, '');";

    [Fact]
    public void The_list_is_long_and_says_nothing_twice()
    {
        Assert.True(Payloads.Length >= 200, $"{Payloads.Length}");
        Assert.Equal(Payloads.Length, Payloads.Distinct(StringComparer.Ordinal).Count());
    }

    private static readonly (string Html, string Expected)[] Harmful =
    [
        ("<script>xss()</script>", "called"),
        ("<script>alert(1)</script>", "alert"),
        ("<script>console.log('xss-canary')</script>", "console"),
        ("<img src=x onerror=xss()>", "called"),
        ("<svg onload=xss()>", "called"),
        ("<p onmouseover=xss()>x</p>", "called"),
        ("<a href='java&#9;script:xss()'>x</a>", "called"),
        ("<a href='data:text/html,x'>x</a>", "address href"),
        ("<iframe srcdoc='<script>parent.xss()</script>'></iframe>", "called"),
        ("<img src='//canary.example/x.gif'>", "request"),
        ("<style>body{background:url(//canary.example/x)}</style>", "request"),
        ("<base href='//canary.example/'>", "element base"),
    ];

    [Fact]
    public async Task The_detector_sees_each_kind_of_thing_where_it_is_let_through()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var chromium = await Chromium.StartAsync();
        await using var context = await chromium.NewContextAsync(new() { BaseURL = Chromium.AddressOf(newsroom) });
        var detector = await Detector.WatchAsync(context);
        await context.RouteAsync("**/control?*", route =>
            route.FulfillAsync(new() { ContentType = "text/html", Body = $"<!doctype html><body>{Harmful[int.Parse(new Uri(route.Request.Url).Query[1..], CultureInfo.InvariantCulture)].Html}" }));

        foreach (var (number, (_, expected)) in Harmful.Index())
        {
            var page = await context.NewPageAsync();
            var found = await detector.VisitAsync(page, $"/control?{number}");
            await page.CloseAsync();
            Assert.Contains(found, one => one.StartsWith(expected, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Nothing_that_is_sent_in_any_field_runs_on_any_page_and_no_word_is_lost()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var chromium = await Chromium.StartAsync();
        using var wire = await Wire.OfAsync(newsroom, Role.Editor);
        var sent = await SendAsync(newsroom, wire);

        var words = await WordsAsync(chromium);
        var lost = sent.Where(one => words[one.Number].Any(word => !one.Kept.Contains(word, StringComparison.Ordinal))).Select(one => $"{Payloads[one.Number]} → {one.Kept}");
        Assert.True(!lost.Any(), string.Join('\n', lost.Take(40)));

        var member = await newsroom.HireAsync(Role.Editor);
        foreach (var bypass in new[] { true, false })
        {
            await using var context = await chromium.SignedInAsync(newsroom, member, new() { BypassCSP = bypass });
            var detector = await Detector.WatchAsync(context);
            // A page costs a quarter of a second here: every list, which hold every headline, and every sixth article; with the
            // policy, which can only stop more, fewer.
            var articles = sent.Where(one => one.Number % (bypass ? 1 : 12) == 0).ToList();
            var paths = new ConcurrentQueue<string>([.. (await ListsAsync(newsroom, sent)).Where((_, at) => bypass || at % 8 == 0), .. articles.Where(one => one.Number % 60 == 0).Select(one => one.EditPage)]);
            var stories = new ConcurrentQueue<Story>(articles);
            var wrong = new ConcurrentBag<string>();

            await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
            {
                var page = await context.NewPageAsync();
                while (stories.TryDequeue(out var story))
                {
                    try
                    {
                        foreach (var found in await detector.VisitAsync(page, story.Path)) wrong.Add($"{Payloads[story.Number]}: {found}");
                        foreach (var missing in await MissingAsync(page, Payloads[story.Number])) wrong.Add($"{Payloads[story.Number]}: not whole in {missing}");
                    }
                    // Something that went elsewhere while it was read: the payload is what there is to know.
                    catch (PlaywrightException problem)
                    {
                        wrong.Add($"{Payloads[story.Number]}: {problem.Message}, now at {page.Url}");
                    }
                }
                while (paths.TryDequeue(out var path))
                    foreach (var found in await detector.VisitAsync(page, path)) wrong.Add($"{path}: {found}");
            }));
            Assert.True(wrong.IsEmpty, string.Join('\n', wrong.Take(40)));
        }
    }

    [Fact]
    public async Task No_address_is_echoed_as_markup()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var echoed = new List<string>();
        foreach (var payload in Payloads.Where(payload => payload.AsSpan().IndexOfAny("<\"'") >= 0 && payload != "</script>"))
        {
            var escaped = Uri.EscapeDataString(payload);
            foreach (var address in new[] { $"/{escaped}", $"/city/{escaped}", $"/by/{escaped}", $"/latest?page={escaped}", $"/popular?window={escaped}&x={escaped}", $"/newsroom/sign-in?next={escaped}" })
            {
                newsroom.Client.DefaultRequestHeaders.Accept.Clear();
                newsroom.Client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
                using var answer = await newsroom.Client.GetAsync(address);
                if ((int)answer.StatusCode >= 500 || (await answer.Content.ReadAsStringAsync()).Contains(payload, StringComparison.Ordinal)) echoed.Add($"{(int)answer.StatusCode} {address}");
            }
        }
        Assert.Empty(echoed);
    }

    private sealed record Story(int Number, string Path, string EditPage, string Kept);

    /// <summary>One story a payload, which stands in every field of it: its body read from HTML and from Markdown.</summary>
    private static async Task<List<Story>> SendAsync(Newsroom newsroom, Wire wire)
    {
        var picture = (await ResourceTests.SendAsync(wire, TestPicture.Jpeg(640, 400), ("creditLine", "Mara Lind"))).Expect(201);
        await wire.PatchAsync($"/pictures/{picture.Id}", new { stamp = picture.Text("stamp"), caption = string.Join(' ', Payloads), altText = string.Join(' ', Payloads[..60]), credit = new { names = Payloads[..60] } });
        var contributor = (await wire.PostAsync("/contributors", new { name = Payloads[0], bio = string.Join(' ', Payloads), slug = "payloads", picture = picture.Id })).Expect(201);
        var topic = (await wire.PostAsync("/topics", new { name = "\"><script>xss()</script>", slug = "payloads", description = string.Join(' ', Payloads) })).Expect(201);

        var stories = new ConcurrentBag<Story>();
        await Parallel.ForAsync(0, Payloads.Length, new ParallelOptions { MaxDegreeOfParallelism = 3 }, async (number, _) =>
        {
            var payload = Payloads[number];
            var html = (await wire.PostAsync("/articles", new { bodyHtml = payload })).Expect(201);
            var markdown = (await wire.PatchAsync($"/articles/{html.Id}", new { revision = html.Revision, bodyMarkdown = payload })).Expect(200);
            var blocks = new[] { html, markdown }.SelectMany(read => JsonNode.Parse(read.Text("content.body")!)!["content"]?.AsArray().Select(block => block!.DeepClone()) ?? []);
            var body = new JsonObject { ["type"] = "doc", ["content"] = new JsonArray([.. blocks, JsonNode.Parse("""{"type":"paragraph","content":[{"type":"text","text":"end"}]}""")]) };
            var whole = (await wire.PatchAsync($"/articles/{html.Id}", new
            {
                revision = markdown.Revision,
                headline = payload,
                shortHeadline = payload,
                standfirst = payload,
                dateline = payload,
                body,
                section = "city",
                topics = new[] { topic.Id },
                slug = $"payload-{number}",
                searchTitle = payload,
                searchDescription = payload,
                kind = number % 3 == 0 ? "sponsored" : "opinion",
                payer = payload,
                source = new { kind = "agency", credit = payload, itemId = payload },
                leadPicture = new { picture = picture.Id, caption = payload, altText = payload },
                bylines = new object[] { new { name = payload, role = "" }, new { name = "Mara", role = payload }, new { contributor = contributor.Id } },
            })).Expect(200);
            var published = (await wire.PostAsync($"/articles/{html.Id}/publication", new { revision = whole.Revision })).Expect(200);

            var id = await newsroom.AskAsync(newspaper => newspaper.Articles.Where(row => row.PublicId == Guid.Parse(html.Id)).Select(row => row.Id).SingleAsync());
            stories.Add(new(number, published.Text("url")!, $"/newsroom/articles/{id}", Plain(html)));
        });
        return [.. stories.OrderBy(story => story.Number)];
    }

    // Every string of the document and of the report, without white space and controls.
    private static string Plain(WireAnswer read)
    {
        var text = new System.Text.StringBuilder();
        Walk(read["content.body"]!.Value);
        if (read["notes"] is { } notes) Walk(notes);
        return string.Concat(text.ToString().Where(letter => !char.IsWhiteSpace(letter) && !char.IsControl(letter) && letter is not ('\uFEFF' or '\uFFFE' or '\uFFFF')));

        void Walk(JsonElement json)
        {
            if (json.ValueKind == JsonValueKind.String) text.Append(json.GetString());
            if (json.ValueKind == JsonValueKind.Array) foreach (var item in json.EnumerateArray()) Walk(item);
            if (json.ValueKind == JsonValueKind.Object) foreach (var member in json.EnumerateObject()) Walk(member.Value);
        }
    }

    /// <summary>The words of each payload as Chromium's own parser finds them.</summary>
    private static async Task<string[][]> WordsAsync(Chromium chromium)
    {
        var page = await (await chromium.NewContextAsync()).NewPageAsync();
        return await page.EvaluateAsync<string[][]>("""
            payloads => payloads.map(payload => {
                const words = []
                const walk = node => {
                    if (node.nodeType === Node.TEXT_NODE) words.push(...node.data.split(/[\s\u0000-\u001f\u007f-\u009f\ufffe\uffff]+/).filter(word => word))
                    for (const child of (node.content instanceof DocumentFragment ? node.content : node).childNodes) walk(child)
                }
                walk(new DOMParser().parseFromString(payload, 'text/html'))
                return words
            })
            """, Payloads);
    }

    /// <summary>In which places of an article's page the payload does not stand as it was sent.</summary>
    private static Task<string[]> MissingAsync(IPage page, string payload) => page.EvaluateAsync<string[]>($$"""
        payload => {
            {{Norm}}
            const wanted = norm(payload)
            const lacks = selector => !norm([...document.querySelectorAll(selector)].map(one => one.textContent).join('')).includes(wanted)
            const data = JSON.parse(document.querySelector('script[type="application/ld+json"]').textContent)
            return [...['h1', '.standfirst', 'figcaption', '.names', '.source', '.dateline'].filter(lacks), ...norm(data.headline) === wanted ? [] : ['JSON-LD']]
        }
        """, payload);

    private static async Task<List<string>> ListsAsync(Newsroom newsroom, List<Story> sent)
    {
        var lists = new List<string> { "/", "/popular", "/feed.xml", "/sitemap.xml", "/newsroom/pictures", "/newsroom/reads" };
        lists.AddRange(["/city", "/by/payloads", "/topic/payloads", "/newsroom/articles"]);
        foreach (var list in new[] { "/latest" })
            for (var page = 1; page == 1 || (await newsroom.Client.GetAsync($"{list}?page={page}")).IsSuccessStatusCode && page < 40; page++) lists.Add(page == 1 ? list : $"{list}?page={page}");
        var picture = await newsroom.AskAsync(newspaper => newspaper.Pictures.Select(row => row.Id).SingleAsync());
        lists.Add($"/newsroom/pictures/{picture}");
        // The server itself refuses NUL in an address, with no page.
        foreach (var story in sent.Where(story => story.Number % 60 == 0 && !Payloads[story.Number].Contains('\0')))
        {
            var escaped = Uri.EscapeDataString(Payloads[story.Number]);
            lists.AddRange([$"/nowhere/{escaped}?q={escaped}", $"/newsroom/articles?search={escaped}", $"/newsroom/pictures?q={escaped}"]);
        }
        return lists;
    }
}
