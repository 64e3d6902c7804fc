using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Broadsheet.Articles;
using Broadsheet.Document;
using Broadsheet.Editions;
using Broadsheet.Sections;
using Broadsheet.Tests.Storage;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Search;

/// <summary>/search as a reader asks it: over HTTP, through the press.</summary>
public sealed class SearchPageTests
{
    // As a page, as JSON, as a feed.
    private static readonly string[] Forms = ["/search", "/search/results.json", "/search/feed.xml"];

    [Theory, OnBoth]
    public async Task A_reader_finds_a_story_and_sees_why(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var story = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls", content => content with { Body = DraftDocument.OfText("At noon <b>the keeper</b> & his dog heard the walls crack.") }));
        await newsroom.PublishAsync(await newsroom.DraftAsync("Market opens"));

        var page = await PageAsync(newsroom, "/search?q=keeper%20wall");

        Assert.Equal("1 story", page.QuerySelector(".search-line p")!.TextContent);
        var result = Assert.Single(page.QuerySelectorAll(".search-results .story"));
        Assert.Equal($"/city/{story.Slug}", result.QuerySelector("h2 a")!.GetAttribute("href"));
        Assert.Equal("Harbour <mark>wall</mark> falls", result.QuerySelector("h2 a")!.InnerHtml);
        Assert.Equal("At noon &lt;b&gt;the <mark>keeper</mark>&lt;/b&gt; &amp; his dog heard the <mark>walls</mark> crack.", result.QuerySelector(".search-lines")!.InnerHtml);
        Assert.Equal("keeper wall", page.QuerySelector(".search-form input[name=q]")!.GetAttribute("value"));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Theory, OnBoth]
    public async Task While_somebody_types_the_last_word_may_be_the_beginning_of_one(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));

        Assert.Empty((await PageAsync(newsroom, "/search?q=harb")).QuerySelectorAll(".search-results .story"));
        var page = await PageAsync(newsroom, "/search?q=wall%20harb&typing=1");
        Assert.Equal("<mark>Harbour</mark> <mark>wall</mark> falls", Assert.Single(page.QuerySelectorAll(".search-results h2 a")).InnerHtml);
        Assert.Single((await PageAsync(newsroom, "/search?q=harbours&typing=1")).QuerySelectorAll(".search-results .story"));
        Assert.DoesNotContain("typing", page.QuerySelector(".search-filters")!.InnerHtml);
    }

    [Theory, OnBoth]
    public async Task A_withdrawn_story_is_found_by_nobody_from_then_on(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var story = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        Assert.Contains("Harbour <mark>wall</mark>", await newsroom.Client.GetStringAsync("/search?q=wall"));

        await newsroom.ActAsync(story, (publication, article) => publication.WithdrawAsync(article, new(WithdrawalKind.Mistake, "Wrong", 0, newsroom.Clock.GetUtcNow())));

        foreach (var page in new[] { "/search?q=wall", "/search?q=section:city", "/search/results.json?q=wall", "/search/feed.xml?q=wall" }) Assert.DoesNotContain("falls", await newsroom.Client.GetStringAsync(page));
    }

    [Theory, OnBoth]
    public async Task Filters_say_how_many_there_are_and_keep_to_a_section_or_a_year(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var sport = new Section(newsroom.Edition.Id, "Sport", "sport", 1);
        await newsroom.ChangeAsync(newspaper => newspaper.Add(sport));
        var year = newsroom.Clock.GetUtcNow().Year;
        foreach (var number in Enumerable.Range(1, 12)) await newsroom.PublishAsync(await newsroom.DraftAsync($"Harbour race {number}"));
        newsroom.Clock.Advance(TimeSpan.FromDays(366));
        await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour race cup", content => content with { Section = sport.PublicId }));

        var page = await PageAsync(newsroom, "/search?q=race&order=newest");
        Assert.Equal(["City 12", "Sport 1", $"{year + 1} 1", $"{year} 12"], page.QuerySelectorAll(".search-filters a").Select(link => link.TextContent));
        Assert.Equal("Harbour race cup", page.QuerySelector(".search-results h2")!.TextContent);
        Assert.Equal(10, page.QuerySelectorAll(".search-results .story").Length);
        Assert.Equal(3, (await PageAsync(newsroom, page.QuerySelector(".pager-older")!.GetAttribute("href")!)).QuerySelectorAll(".search-results .story").Length);

        var kept = await PageAsync(newsroom, page.QuerySelectorAll(".search-filters a").Single(link => link.TextContent == "Sport 1").GetAttribute("href")!);
        Assert.Equal(["Harbour race cup"], Headlines(kept));
        Assert.Equal("/search?q=race&order=newest", kept.QuerySelector(".search-filters [aria-current]")!.GetAttribute("href"));
        Assert.Equal("12 stories", (await PageAsync(newsroom, $"/search?q=race&year={year}")).QuerySelector(".search-line p")!.TextContent);
        Assert.Equal(["Harbour race cup"], Headlines(await PageAsync(newsroom, $"/search?q=race%20after:{year + 1}")));
        Assert.Equal(12, (await ReadJsonAsync(newsroom, $"/search/results.json?q=race%20before:{year + 1}")).GetProperty("total").GetInt32());
    }

    [Theory, OnBoth]
    public async Task A_mild_mistake_is_forgiven(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var story = await newsroom.PublishAsync(await newsroom.DraftAsync("Lighthouse keeper retires"));

        var page = await PageAsync(newsroom, "/search?q=lihgthouse%20keper");

        Assert.Empty(page.QuerySelectorAll(".search-results"));
        var meant = page.QuerySelector(".search-meant a")!;
        Assert.Equal("lighthouse keeper", meant.TextContent);
        Assert.Equal(["Lighthouse keeper retires"], Headlines(await PageAsync(newsroom, meant.GetAttribute("href")!)));

        // Nobody is told a word that she cannot read.
        await newsroom.ActAsync(story, (publication, article) => publication.WithdrawAsync(article, new(WithdrawalKind.Mistake, "Wrong", 0, newsroom.Clock.GetUtcNow())));
        Assert.Empty((await PageAsync(newsroom, "/search?q=lihgthouse")).QuerySelectorAll(".search-meant"));
    }

    [Fact]
    public async Task The_same_comes_as_json_and_as_a_feed()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        await newsroom.PublishAsync(await newsroom.DraftAsync("Market opens"));

        var json = await ReadJsonAsync(newsroom, "/search/results.json?q=harbour");
        Assert.Equal("Harbour wall falls", json.GetProperty("results")[0].GetProperty("headline").GetString());
        var feed = XDocument.Parse(await newsroom.Client.GetStringAsync("/search/feed.xml?q=harbour"));
        Assert.Equal(["Search: harbour | The Harbour Post", "Harbour wall falls"], feed.Descendants("title").Select(title => title.Value));
        Assert.EndsWith("/search/feed.xml?q=harbour", feed.Descendants("{http://www.w3.org/2005/Atom}link").Single().Attribute("href")!.Value);
        Assert.Contains("/search/feed.xml?q=harbour", await newsroom.Client.GetStringAsync("/search?q=harbour"));
    }

    [Fact]
    public async Task Each_edition_searches_its_own_stories_in_its_own_language()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var hebrew = new Edition("he", "דואר הנמל", "he", "Asia/Jerusalem", 1);
        await newsroom.ChangeAsync(newspaper => newspaper.Add(hebrew));
        var city = new Section(hebrew.Id, "עיר", "ir", 0);
        await newsroom.ChangeAsync(newspaper => newspaper.Add(city));
        await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        await newsroom.ChangeAsync(newspaper =>
        {
            var article = new Article(hebrew.Id, newsroom.Clock.GetUtcNow());
            article.SaveDraft(new() { Headline = "החומה בנמל נפלה", Section = city.PublicId, Body = DraftDocument.OfText("איש לא נפגע.") }, article.Draft.Revision, 0, newsroom.Clock.GetUtcNow());
            newspaper.Add(article);
        });
        await newsroom.PublishAsync(await newsroom.AskAsync(newspaper => Task.FromResult(newspaper.Articles.OrderBy(row => row.Id).Last())));

        var page = await PageAsync(newsroom, "/he/search?q=נָמֵל");

        Assert.Equal("rtl", page.DocumentElement.GetAttribute("dir"));
        Assert.Equal(["החומה בנמל נפלה"], Headlines(page));
        Assert.Empty(Headlines(await PageAsync(newsroom, "/search?q=נמל")));
        Assert.Empty(Headlines(await PageAsync(newsroom, "/he/search?q=harbour")));
        Assert.Equal("/he/search", (await PageAsync(newsroom, "/he/")).QuerySelector(".masthead-search a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task No_question_is_kept_in_the_store_of_pages()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        await newsroom.Client.GetStringAsync("/");
        var store = newsroom.Press.Store;
        var before = store.Count;

        foreach (var number in Enumerable.Range(0, 50))
        {
            using var answer = await newsroom.Client.GetAsync($"/search{(number % 3 == 0 ? "/results.json" : "")}?q=word{number}");
            Assert.DoesNotContain("public", answer.Headers.CacheControl?.ToString() ?? "");
        }

        Assert.InRange(store.Count - before, 0, 1);
        Assert.Equal(["Harbour wall falls"], Headlines(await PageAsync(newsroom, "/search?q=harbour&utm_source=x")));
    }

    [Theory, OnBoth]
    public async Task Whatever_is_typed_the_answer_is_a_page(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        string[] pieces = ["\"", "“", "-", "(", ")", "*", "AND", "OR", "NOT", "NEAR(", "^", "{", "}", ":", "'", "''", "\\", "&", "|", "!", "<->", "%", "_", "_e1", ";", "--", "\0", "\ud800", "\uFFFE", "section:", "by:", "after:", "2026", "9999-12-31", "0000", "harbour", "נמל", "漢", "漢字検索", "ไทย", "🙂", "e\u0301", " ", "\t", "x", new('y', 400)];

        await Gen.OneOf([.. pieces.Select(Gen.Const)]).Array[1, 9].SampleAsync(async parts =>
        {
            var typed = string.Concat(parts);
            foreach (var path in Forms)
            {
                using var answer = await newsroom.Client.GetAsync($"{path}?q={Uri.EscapeDataString(typed.Replace("\ud800", ""))}{(typed.Contains('\ud800') ? "%ED%A0%80%FF" : "")}&year={parts.Length * 1000}&section={Uri.EscapeDataString(parts[0].Replace("\ud800", ""))}");
                Assert.True(answer.StatusCode == HttpStatusCode.OK || (answer.StatusCode == HttpStatusCode.NotFound && path.EndsWith("xml", StringComparison.Ordinal)), $"{answer.StatusCode} for {path}: {typed}");
            }
        }, iter: 150, threads: 1);
        foreach (var odd in new[] { "?page=2", "?q=wall&page=101", "?q=wall&page=-1", "?q=wall&page=x" })
            Assert.InRange((int)(await newsroom.Client.GetAsync("/search" + odd)).StatusCode, 200, 404);
    }

    private static IEnumerable<string> Headlines(IDocument page) => page.QuerySelectorAll(".search-results h2").Select(headline => headline.TextContent.Trim());

    private static async Task<IDocument> PageAsync(Newsroom newsroom, string path)
    {
        using var answer = await newsroom.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
    }

    private static async Task<JsonElement> ReadJsonAsync(Newsroom newsroom, string path) => JsonDocument.Parse(await newsroom.Client.GetStringAsync(path)).RootElement;
}
