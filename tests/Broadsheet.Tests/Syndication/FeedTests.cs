using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Contributors;
using Broadsheet.Document;
using Broadsheet.Paper;
using Broadsheet.Sections;
using Broadsheet.Syndication.Feeds;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Storage;
using Broadsheet.Tests.Syndication.Rules;
using Broadsheet.Topics;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Syndication;

public sealed partial class FeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";

    [Fact]
    public async Task The_feed_holds_what_is_out_in_full_and_nothing_else()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var opinion = await newsroom.PublishAsync(await newsroom.DraftAsync("Tear it down & <build> again", content => content with
        {
            Kind = ArticleKind.Opinion,
            Bylines = [new Byline(null, "Ida Holm"), new Byline(null, "Rami Nasser")],
            Body = DraftDocument.OfText("The form\ffeed was pasted."),
        }));
        await newsroom.DraftAsync("A draft");
        await newsroom.PublishAsync(await newsroom.DraftAsync("Not for feeds", content => content with { Source = new ArticleSource { Withheld = [Channel.Feed] } }));
        var withdrawn = await newsroom.PublishAsync(await newsroom.DraftAsync("Taken back"));
        await newsroom.ChangeAsync(newspaper => newspaper.Articles.Single(row => row.Id == withdrawn.Id)
            .Withdraw(new Withdrawal(WithdrawalKind.Mistake, "Wrong", 0, newsroom.Clock.GetUtcNow())));

        var item = Assert.Single(XDocument.Parse(await newsroom.Client.GetStringAsync("/feed.xml")).Descendants("item"));

        Assert.Equal("Tear it down & <build> again", item.Element("title")!.Value);
        Assert.Equal("<p", item.Element(Content + "encoded")!.Value[..2]);
        Assert.Equal(["Opinion", "City"], item.Elements("category").Select(element => element.Value));
        Assert.Equal(["Ida Holm", "Rami Nasser"], item.Elements(Dc + "creator").Select(element => element.Value));
        Assert.Equal($"tag:broadsheet,2026:{opinion.PublicId}", item.Element("guid")!.Value);
        Assert.Equal("false", item.Element("guid")!.Attribute("isPermaLink")!.Value);
    }

    [Theory, OnBoth]
    public async Task A_section_a_topic_and_a_contributor_have_feeds_of_their_own(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var (topic, ida) = (new Topic(newsroom.Edition.Id, "Harbour & sea", "harbour"), new Contributor("Ida Holm", "ida-holm", ContributorKind.Person));
        await newsroom.ChangeAsync(newspaper => newspaper.AddRange(topic, ida, new Section(newsroom.Edition.Id, "Sport", "sport", 1)));
        await newsroom.PublishAsync(await newsroom.DraftAsync("Plain"));
        await newsroom.PublishAsync(await newsroom.DraftAsync("Hers", content => content with { Bylines = [new Byline(ida.PublicId)], Topics = [topic.PublicId] }));

        Assert.Equal(["City | The Harbour Post", "Hers", "Plain"], await TitlesAsync(newsroom, "/city"));
        Assert.Equal(["Sport | The Harbour Post"], await TitlesAsync(newsroom, "/sport"));
        Assert.Equal(["Harbour & sea | The Harbour Post", "Hers"], await TitlesAsync(newsroom, "/topic/harbour"));
        Assert.Equal(["Ida Holm | The Harbour Post", "Hers"], await TitlesAsync(newsroom, "/by/ida-holm"));
        foreach (var nothing in new[] { "/nowhere/feed.xml", "/topic/nothing/feed.xml", "/by/nobody/feed.xml" })
            Assert.Equal(HttpStatusCode.NotFound, (await newsroom.Client.GetAsync(nothing)).StatusCode);
    }

    [Fact]
    public void A_feed_with_recordings_is_one_that_players_take_and_another_has_none_of_their_tags()
    {
        var channel = new FeedChannel(new PaperEdition(1, "he", "דואר קלדר", "", "he", "rtl", "Asia/Jerusalem"), "edition/1", "דואר קלדר", "חדשות", "/he/");
        var entry = new FeedEntry { Id = "tag:broadsheet,2026:1", Title = "Harbour radio", Link = "https://post.example/he/a/b", Published = DateTimeOffset.UnixEpoch, Updated = DateTimeOffset.UnixEpoch, People = [new("Ida Holm", "", null)] };

        var podcast = Rss(new Feed(channel, [entry with { Sounds = [new("https://post.example/files/a.mp3", "audio/mpeg", 1234)] }]));
        Assert.Equal("https://post.example/he/cover.png", (string?)podcast.Descendants(RssRules.Itunes + "image").Single().Attribute("href"));
        Assert.Equal(["דואר קלדר", "Ida Holm"], podcast.Descendants(RssRules.Itunes + "author").Select(author => author.Value));
        Assert.Equal("1234", (string?)podcast.Descendants("enclosure").Single().Attribute("length"));
        Assert.DoesNotContain("itunes", Rss(new Feed(channel, [entry])).ToString());

        static XDocument Rss(Feed feed) => XDocument.Parse(Encoding.UTF8.GetString(new RssFeed(feed, new PaperOrigin("https://post.example")).Write()));
    }

    [Fact]
    public async Task A_feed_moves_along_with_its_page()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.ChangeAsync(newspaper => newspaper.Add(new Topic(newsroom.Edition.Id, "Harbour", "harbour")));
        var topic = await newsroom.AskAsync(newspaper => newspaper.Topics.SingleAsync());
        using var editor = await newsroom.AsAsync(Role.Editor);

        await editor.SubmitAsync($"/newsroom/topics/{topic.Id}", ("Name", "Port"), ("Slug", "port"), ("Description", ""), ("Revision", $"{topic.Revision}"));

        Assert.Equal("/topic/port/feed.xml", (await newsroom.Client.GetAsync("/topic/harbour/feed.xml")).Headers.Location!.OriginalString);
        Assert.Single(await TitlesAsync(newsroom, "/topic/port"));
    }

    [Fact]
    public async Task Who_has_the_feed_is_told_so_until_something_is_published()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.PublishAsync(await newsroom.DraftAsync("One"));
        using var first = await newsroom.Client.GetAsync("/feed.xml");

        Assert.Equal(HttpStatusCode.NotModified, await AskAgainAsync(newsroom, first));

        newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
        await newsroom.PublishAsync(await newsroom.DraftAsync("Two"));
        Assert.Equal(HttpStatusCode.OK, await AskAgainAsync(newsroom, first));
    }

    [Fact]
    public async Task No_headline_ends_the_data_of_a_page()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        const string Headline = "What </script><script>alert(1)</script> does";
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync(Headline, content => content with
        {
            Kind = ArticleKind.Analysis,
            Bylines = [new Byline(null, "Ida Holm"), new Byline(null, "Rami Nasser"), new Byline(null, "Lea Bar", "translated by")],
        }));

        var page = await newsroom.Client.GetStringAsync($"/city/{article.Slug}");
        var data = JsonDocument.Parse(Data().Match(page).Groups[1].Value).RootElement;

        Assert.Equal(Headline, data.GetProperty("headline").GetString());
        Assert.Equal("AnalysisNewsArticle", data.GetProperty("@type").GetString());
        Assert.Equal(["Ida Holm", "Rami Nasser"], data.GetProperty("author").EnumerateArray().Select(who => who.GetProperty("name").GetString()));
        Assert.Equal(article.Words, data.GetProperty("wordCount").GetInt32());
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("application/rss+xml", page, StringComparison.Ordinal);
    }

    // The channel's title, then its stories'. The page itself names the feed.
    private static async Task<IEnumerable<string>> TitlesAsync(Newsroom newsroom, string page)
    {
        Assert.Contains($"href=\"{page}/feed.xml\"", await newsroom.Client.GetStringAsync(page));
        var feed = XDocument.Parse(await newsroom.Client.GetStringAsync(page + "/feed.xml"));
        Assert.EndsWith(page + "/feed.xml", feed.Descendants(Atom + "link").Single().Attribute("href")!.Value);
        Assert.EndsWith(page, feed.Descendants("channel").Single().Element("link")!.Value);
        return feed.Descendants("title").Select(title => title.Value);
    }

    private static async Task<HttpStatusCode> AskAgainAsync(Newsroom newsroom, HttpResponseMessage first)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/feed.xml");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var answer = await newsroom.Client.SendAsync(request);
        return answer.StatusCode;
    }

    [GeneratedRegex("<script type=\"application/ld\\+json\">(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Data();
}
