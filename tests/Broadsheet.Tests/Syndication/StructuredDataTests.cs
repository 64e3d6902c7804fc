using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Broadsheet.Articles;
using Broadsheet.Sections;
using Broadsheet.Tests.Browser;

namespace Broadsheet.Tests.Syndication;

/// <summary>JSON-LD of every template: by our own list of what must be there, and by the Google preset of structured-data-testing-tool.</summary>
public sealed partial class StructuredDataTests(SampleServer sample) : IClassFixture<SampleServer>
{
    // What search engines ask of each type, and what the issue promises. A dot leads into a thing, or into each of several.
    private static readonly Dictionary<string, string[]> Required = new()
    {
        ["NewsArticle"] =
        [
            "headline", "datePublished", "dateModified", "author.@type", "author.name", "author.url", "publisher.@type", "publisher.name", "publisher.url", "publisher.logo.url", "image.url", "image.width", "image.height",
            "articleSection", "wordCount", "isAccessibleForFree", "inLanguage", "mainEntityOfPage.@id", "url", "description",
        ],
        ["BreadcrumbList"] = ["itemListElement.@type", "itemListElement.position", "itemListElement.name", "itemListElement.item"],
        ["NewsMediaOrganization"] = ["name", "url", "logo.url"],
        ["WebSite"] = ["name", "url", "inLanguage", "publisher.@id"],
        ["CollectionPage"] = ["name", "url", "inLanguage"],
        ["ProfilePage"] = ["name", "url", "mainEntity.@type", "mainEntity.name", "mainEntity.url"],
        ["WebPage"] = ["name", "url", "inLanguage"],
    };

    [Fact]
    public async Task Every_template_says_what_it_is()
    {
        using var client = new HttpClient { BaseAddress = new Uri(sample.Address) };
        foreach (var (page, types) in await PagesAsync(client))
        {
            var data = DataOf(await client.GetStringAsync(page));
            Assert.Equal(types, data.Select(one => (string?)one["@type"]));
            foreach (var one in data)
            {
                Assert.Equal("https://schema.org", (string?)one["@context"]);
                if (one["mainEntity"] is JsonObject who && (string?)who["@type"] == "Person") Assert.True(Has(who["worksFor"], ["name"]));
                Assert.True(Missing(one) is [], $"{page}: {one["@type"]} has no {string.Join(", ", Missing(one))}");
            }
        }
    }

    [Fact]
    public async Task Googles_preset_finds_nothing_wrong_and_finds_a_stripped_page()
    {
        using var client = new HttpClient { BaseAddress = new Uri(sample.Address) };
        var pages = new List<object>();
        foreach (var (page, _) in await PagesAsync(client)) pages.Add(new { name = page, html = await client.GetStringAsync(page) });
        var story = await client.GetStringAsync((await PagesAsync(client)).First(page => page.Types.Contains("NewsArticle")).Page);
        // The same story, and of its data only that it is one.
        pages.Add(new { name = "stripped", html = Data().Replace(story, "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\"}</script>", 1) });

        var answers = JsonNode.Parse(await NodeScript.RunAsync("google.mjs", JsonSerializer.Serialize(pages)))!.AsArray();

        Assert.Equal(pages.Count, answers.Count);
        foreach (var answer in answers.Where(answer => (string?)answer!["name"] != "stripped")) Assert.True(answer!["failed"]!.AsArray().Count == 0, answer.ToJsonString());
        Assert.NotEmpty(answers.Single(answer => (string?)answer!["name"] == "stripped")!["failed"]!.AsArray());
        Assert.Contains(answers, answer => answer!["passed"]!.AsArray().Any(test => ((string)test!).Contains("NewsArticle", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_stripped_story_fails_our_own_list()
    {
        Assert.Equal(Required["NewsArticle"], Missing(new JsonObject { ["@type"] = "NewsArticle" }));
        Assert.Equal(["author.url"], Missing(JsonNode.Parse("""
            {"@type":"NewsArticle","headline":"a","datePublished":"a","dateModified":"a","author":[{"@type":"Person","name":"a","url":"a"},{"@type":"Person","name":"b"}],
             "publisher":{"@type":"a","name":"a","url":"a","logo":{"url":"a"}},"image":[{"url":"a","width":1,"height":1}],"articleSection":"a","wordCount":1,"isAccessibleForFree":true,
             "inLanguage":"en","mainEntityOfPage":{"@id":"a"},"url":"a","description":"a"}
            """)!.AsObject()));
    }

    [Fact]
    public async Task A_storys_pictures_come_in_three_proportions_and_can_be_had()
    {
        using var client = new HttpClient { BaseAddress = new Uri(sample.Address) };
        var page = (await PagesAsync(client)).First(page => page.Types.Contains("NewsArticle")).Page;
        var images = DataOf(await client.GetStringAsync(page))[0]["image"]!.AsArray();

        Assert.Equal([16 / 9.0, 4 / 3.0, 1], images.Select(image => Math.Round((double)image!["width"]! / (double)image["height"]!, 2)), new Near());
        foreach (var image in images) Assert.Equal("image/jpeg", (await client.GetAsync(new Uri((string)image!["url"]!).AbsolutePath)).Content.Headers.ContentType!.MediaType);
    }

    private sealed class Near : IEqualityComparer<double>
    {
        public bool Equals(double one, double other) => Math.Abs(one - other) < 0.02;

        public int GetHashCode(double number) => 0;
    }

    [Fact]
    public async Task A_closed_story_says_which_part_is_closed_and_dates_have_their_zone()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        await newsroom.ChangeAsync(newspaper => newspaper.Articles.Single(row => row.Id == article.Id).LetIn(Access.Members, null));

        var html = await newsroom.Client.GetStringAsync("/city/harbour-wall-falls");
        var data = DataOf(html)[0];

        Assert.False((bool)data["isAccessibleForFree"]!);
        Assert.False((bool)data["hasPart"]!["isAccessibleForFree"]!);
        Assert.Contains($"class=\"{((string)data["hasPart"]!["cssSelector"]!)[1..]}\"", html);
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$", (string?)data["datePublished"]);
    }

    [Fact]
    public async Task Other_sites_learn_how_to_show_a_story()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.PublishAsync(await newsroom.DraftAsync("The <b>wall</b> falls", content => content with { Standfirst = "At noon.", Bylines = [new Byline(null, "Ida Holm")] }));
        var link = WebUtility.HtmlDecode(OEmbed().Match(await newsroom.Client.GetStringAsync("/latest") + await newsroom.Client.GetStringAsync("/city/the-b-wall-b-falls")).Groups[1].Value);

        var answer = JsonNode.Parse(await newsroom.Client.GetStringAsync(new Uri(link).PathAndQuery + "&format=json&maxwidth=400"))!;

        Assert.Equal(("1.0", "rich", "The <b>wall</b> falls", "Ida Holm", "The Harbour Post", 400), ((string?)answer["version"], (string?)answer["type"], (string?)answer["title"], (string?)answer["author_name"], (string?)answer["provider_name"], (int)answer["width"]!));
        Assert.Contains("&lt;b&gt;wall", (string?)answer["html"]);
        Assert.Equal(HttpStatusCode.NotImplemented, (await newsroom.Client.GetAsync(new Uri(link).PathAndQuery + "&format=xml")).StatusCode);
        foreach (var nothing in new[] { "/oembed", "/oembed?url=https://elsewhere.example/city/a", $"/oembed?url={Uri.EscapeDataString(newsroom.Client.BaseAddress + "city/nothing")}" })
            Assert.Equal(HttpStatusCode.NotFound, (await newsroom.Client.GetAsync(nothing)).StatusCode);
    }

    // One page a template, and what it says of itself.
    private static async Task<IReadOnlyList<(string Page, string[] Types)>> PagesAsync(HttpClient client)
    {
        var front = await client.GetStringAsync("/");
        var stories = Href().Matches(front).Select(match => match.Groups[1].Value).Where(href => href.Count(letter => letter == '/') == 2 && !href.StartsWith("/by/", StringComparison.Ordinal) && !href.StartsWith("/topic/", StringComparison.Ordinal) && !href.StartsWith("/newsletters/", StringComparison.Ordinal)).Distinct().ToList();
        var (story, by, topic) = ("", "", "");
        foreach (var href in stories)
        {
            var html = await client.GetStringAsync(href);
            var data = DataOf(html);
            if (story.Length == 0 && data.Count > 0 && (string?)data[0]["@type"] == "NewsArticle" && data[0]["image"] is not null && Missing(data[0]) is []) story = href;
            if (by.Length == 0) by = Href().Matches(html).Select(match => match.Groups[1].Value).FirstOrDefault(link => link.StartsWith("/by/", StringComparison.Ordinal)) ?? "";
            if (topic.Length == 0) topic = Href().Matches(html).Select(match => match.Groups[1].Value).FirstOrDefault(link => link.StartsWith("/topic/", StringComparison.Ordinal)) ?? "";
            if (story.Length > 0 && by.Length > 0 && topic.Length > 0) break;
        }
        Assert.True(story.Length > 0 && by.Length > 0 && topic.Length > 0, $"{story} {by} {topic} of {string.Join(' ', stories)}");
        return
        [
            ("/", ["WebSite", "NewsMediaOrganization"]), ("/he/", ["WebSite", "NewsMediaOrganization"]), (story, ["NewsArticle", "BreadcrumbList"]),
            (by, ["ProfilePage", "BreadcrumbList"]), (topic, ["CollectionPage", "BreadcrumbList"]), ("/politics", ["CollectionPage", "BreadcrumbList"]), ("/latest", ["CollectionPage", "BreadcrumbList"]),
            ("/popular", ["CollectionPage", "BreadcrumbList"]), ("/corrections", ["CollectionPage", "BreadcrumbList"]), ("/about", ["WebPage", "BreadcrumbList"]), ("/support", ["WebPage", "BreadcrumbList"]),
        ];
    }

    internal static IReadOnlyList<JsonObject> DataOf(string html) => [.. Data().Matches(html).Select(match => JsonNode.Parse(match.Groups[1].Value)!.AsObject())];

    private static string[] Missing(JsonObject data) => Required.GetValueOrDefault((string?)data["@type"] ?? "") is { } properties ? [.. properties.Where(path => !Has(data, path.Split('.')))] : [];

    private static bool Has(JsonNode? node, ReadOnlySpan<string> path)
    {
        if (path.IsEmpty) return node is not null && node.ToString().Length > 0;
        if (node is JsonArray { Count: > 0 } all)
        {
            foreach (var one in all)
                if (!Has(one, path)) return false;
            return true;
        }
        return node is JsonObject thing && Has(thing[path[0]], path[1..]);
    }

    [GeneratedRegex("<script type=\"application/ld\\+json\">(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Data();

    [GeneratedRegex("<a [^>]*href=\"(/[^\"?#]*)\"")]
    private static partial Regex Href();

    [GeneratedRegex("type=\"application/json\\+oembed\"[^>]* href=\"([^\"]*)\"")]
    private static partial Regex OEmbed();
}
