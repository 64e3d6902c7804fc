using System.Net;
using System.Xml.Linq;
using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Sections;
using Broadsheet.Tests.Browser;
using Broadsheet.Tests.Storage;
using Broadsheet.Tests.Syndication.Rules;

namespace Broadsheet.Tests.Syndication;

public sealed class SitemapTests
{
    private static readonly XNamespace Site = SitemapRules.Site;

    [Theory, OnBoth]
    public async Task The_index_leads_to_every_page_and_a_new_story_changes_its_own_month_alone(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var hebrew = new Edition("he", "הנמל", "he", "Asia/Jerusalem", 1);
        await newsroom.ChangeAsync(newspaper => newspaper.Add(hebrew));
        await newsroom.ChangeAsync(newspaper => newspaper.Add(new Section(hebrew.Id, "עיר", "עיר", 0)));
        var first = await newsroom.PublishAsync(await newsroom.DraftAsync("First"));
        var hidden = await newsroom.PublishAsync(await newsroom.DraftAsync("Hidden"));
        await newsroom.ChangeAsync(newspaper => newspaper.Articles.Single(row => row.Id == hidden.Id).IsHiddenFromSearchEngines = true);
        newsroom.Clock.Advance(TimeSpan.FromDays(40));
        var second = await newsroom.PublishAsync(await newsroom.DraftAsync("Second"));

        var files = await AddressesAsync(newsroom, "/sitemap.xml");
        Assert.Equal(3, files.Count);
        Assert.Equal(["/", "/he/", "/city", "/he/%D7%A2%D7%99%D7%A8"], await AddressesAsync(newsroom, files[0]));
        Assert.Equal([$"/city/{second.Slug}"], await AddressesAsync(newsroom, files[1]));
        Assert.Equal([$"/city/{first.Slug}"], await AddressesAsync(newsroom, files[2]));

        using var old = await newsroom.Client.GetAsync(files[2]);
        newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
        var third = await newsroom.PublishAsync(await newsroom.DraftAsync("Third"));
        Assert.Equal([$"/city/{second.Slug}", $"/city/{third.Slug}"], await AddressesAsync(newsroom, files[1]));
        // The very same: it was not made again, or it would say another time.
        using var again = await newsroom.Client.GetAsync(files[2]);
        Assert.Equal((old.Headers.ETag, old.Content.Headers.LastModified), (again.Headers.ETag, again.Content.Headers.LastModified));

        // But it is when one of its own stories moves.
        await newsroom.ChangeAsync(newspaper =>
        {
            var found = newspaper.Articles.Where(row => row.Id == first.Id).Select(row => new { Article = row, row.Draft }).Single().Article;
            found.SaveDraft(found.Draft.Content with { Slug = "moved" }, found.Draft.Revision, 0, newsroom.Clock.GetUtcNow());
        });
        await newsroom.PublishAsync(first);
        Assert.Equal(["/city/moved"], await AddressesAsync(newsroom, files[2]));
        foreach (var nothing in new[] { "/sitemap-2026-13-1.xml", "/sitemap-fr-2026-11-1.xml", files[1].Replace("-1.xml", "-2.xml", StringComparison.Ordinal), "/he/sitemap.xml", "/he/sitemap-pages.xml", "/he/news-sitemap.xml" })
            Assert.Equal(HttpStatusCode.NotFound, (await newsroom.Client.GetAsync(nothing)).StatusCode);
    }

    [Theory, OnBoth]
    public async Task News_is_in_the_news_sitemap_at_once_and_for_two_days(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        Assert.Empty(await AddressesAsync(newsroom, "/news-sitemap.xml"));
        var story = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        await newsroom.PublishAsync(await newsroom.DraftAsync("Buy a boat", content => content with { Kind = ArticleKind.Sponsored, Payer = "Boats Ltd" }));

        // Asked at once, with the page that was there before still in the store.
        Assert.Equal([$"/city/{story.Slug}"], await AddressesAsync(newsroom, "/news-sitemap.xml"));
        var file = await ReadAsync(newsroom, "/news-sitemap.xml");
        Assert.Empty(Rules.Rules.Check(SitemapRules.All, file));
        Assert.Equal(("The Harbour Post", "en", "Harbour wall falls"), (file.Descendants(SitemapRules.News + "name").Single().Value, file.Descendants(SitemapRules.News + "language").Single().Value, file.Descendants(SitemapRules.News + "title").Single().Value));

        newsroom.Clock.Advance(TimeSpan.FromHours(47));
        Assert.Single(await AddressesAsync(newsroom, "/news-sitemap.xml"));
        newsroom.Clock.Advance(TimeSpan.FromHours(1.1));
        Assert.Empty(await AddressesAsync(newsroom, "/news-sitemap.xml"));
        Assert.Contains("/news-sitemap.xml", await newsroom.Client.GetStringAsync("/robots.txt"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_withdrawn_story_is_nowhere_at_once(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        await newsroom.PublishAsync(await newsroom.DraftAsync("Stays"));
        var story = await newsroom.PublishAsync(await newsroom.DraftAsync("Zyzzyva"));
        var month = (await AddressesAsync(newsroom, "/sitemap.xml"))[1];
        string[] places = ["/feed.xml", "/feed.atom", "/feed.json", "/city/feed.xml", "/city/feed.atom", "/city/feed.json", "/search/feed.atom?q=zyzzyva", month, "/news-sitemap.xml"];
        foreach (var place in places) Assert.Contains("zyzzyva", await newsroom.Client.GetStringAsync(place), StringComparison.OrdinalIgnoreCase);

        await newsroom.ChangeAsync(newspaper => newspaper.Articles.Single(row => row.Id == story.Id).Withdraw(new Withdrawal(WithdrawalKind.Mistake, "Wrong", 0, newsroom.Clock.GetUtcNow())));

        foreach (var place in places) Assert.DoesNotContain($"/city/{story.Slug}", await newsroom.Client.GetStringAsync(place), StringComparison.OrdinalIgnoreCase);
    }

    public static TheoryData<string> Names => [.. SitemapRules.All.Select(rule => rule.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Each_rule_finds_what_breaks_it(string name)
    {
        Assert.Empty(Rules.Rules.Check(SitemapRules.All, SitemapRules.Good()));
        var (rule, bad) = (SitemapRules.All.Single(one => one.Name == name), SitemapRules.Good());
        rule.Break(bad);
        Assert.NotEmpty(rule.Broken(bad));
    }

    internal static async Task<IReadOnlyList<string>> AddressesAsync(Newsroom newsroom, string file) =>
        [.. (await ReadAsync(newsroom, file)).Descendants(Site + "loc").Select(loc => new Uri(loc.Value).AbsolutePath)];

    private static async Task<XDocument> ReadAsync(Newsroom newsroom, string file) => XDocument.Parse(await newsroom.Client.GetStringAsync(file));
}

/// <summary>The sample paper's sitemaps, with its pictures.</summary>
public sealed class SampleSitemapTests(SampleServer sample) : IClassFixture<SampleServer>
{
    [Fact]
    public async Task Every_sitemap_of_the_sample_paper_keeps_every_rule()
    {
        using var client = new HttpClient { BaseAddress = new Uri(sample.Address) };
        var index = XDocument.Parse(await client.GetStringAsync("/sitemap.xml"));
        Assert.Empty(Rules.Rules.Check(SitemapRules.All, index));
        var pictures = 0;
        foreach (var file in index.Descendants(SitemapRules.Site + "loc").Select(loc => new Uri(loc.Value).AbsolutePath).Append("/news-sitemap.xml"))
        {
            var map = XDocument.Parse(await client.GetStringAsync(file));
            Assert.Empty(Rules.Rules.Check(SitemapRules.All, map));
            pictures += map.Descendants(SitemapRules.Image + "loc").Count();
        }
        Assert.True(pictures > 5);
    }
}
