using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Broadsheet.Tests.Browser;
using Broadsheet.Tests.Syndication.Rules;

namespace Broadsheet.Tests.Syndication;

/// <summary>Every feed of the sample paper keeps every rule; and every rule is shown to find what breaks it.</summary>
public sealed partial class FeedRulesTests(SampleServer sample) : IClassFixture<SampleServer>
{
    private static readonly string[] Endings = [".xml", ".atom", ".json"];

    [Fact]
    public async Task Every_feed_of_the_sample_paper_keeps_every_rule()
    {
        using var client = new HttpClient { BaseAddress = new Uri(sample.Address) };
        var feeds = await FeedsAsync(client);
        Assert.True(feeds.Count >= 24, string.Join(' ', feeds));

        var broken = new List<string>();
        foreach (var feed in feeds)
        {
            var text = await client.GetStringAsync(feed);
            broken.AddRange((feed.Contains(".xml") ? Rules.Rules.Check(RssRules.All, XDocument.Parse(text))
                : feed.Contains(".atom") ? Rules.Rules.Check(AtomRules.All, XDocument.Parse(text))
                : Rules.Rules.Check(JsonFeedRules.All, JsonNode.Parse(text)!.AsObject())).Select(problem => $"{feed} {problem}"));
        }
        Assert.Empty(broken.Take(20));
    }

    public static TheoryData<string> Names => [.. RssRules.All.Select(rule => rule.Name), .. AtomRules.All.Select(rule => rule.Name), .. JsonFeedRules.All.Select(rule => rule.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Each_rule_finds_what_breaks_it(string name)
    {
        Assert.True(Finds(RssRules.All, name, Samples.Rss) ?? Finds(AtomRules.All, name, Samples.Atom) ?? Finds(JsonFeedRules.All, name, Samples.Json), $"{name} finds nothing in a document that was broken for it.");
    }

    private static bool? Finds<T>(IReadOnlyList<Rule<T>> rules, string name, Func<T> good)
    {
        if (rules.SingleOrDefault(one => one.Name == name) is not { } rule) return null;
        Assert.Empty(Rules.Rules.Check(rules, good()));
        var bad = good();
        rule.Break(bad);
        return rule.Broken(bad).Any();
    }

    // What the pages themselves name in their heads, and from there the archives.
    private static async Task<List<string>> FeedsAsync(HttpClient client)
    {
        var pages = new List<string> { "/", "/he/", "/politics", "/corrections", "/he/corrections", "/search?q=harbour" };
        foreach (var front in new[] { "/", "/he/" })
        {
            var html = await client.GetStringAsync(front);
            var story = Story().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).First(href => href.Count(letter => letter == '/') == (front == "/" ? 2 : 3));
            pages.AddRange(Named().Matches(await client.GetStringAsync(story)).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).Distinct().Take(4));
        }

        var feeds = new List<string>();
        foreach (var page in pages.Distinct()) feeds.AddRange(Feed().Matches(await client.GetStringAsync(page)).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)));
        feeds = [.. feeds.Distinct()];
        foreach (var feed in feeds.Where(feed => feed.EndsWith(".atom", StringComparison.Ordinal)).ToList())
        {
            var archive = XDocument.Parse(await client.GetStringAsync(feed)).Root!.Elements(RssRules.Atom + "link").FirstOrDefault(link => (string?)link.Attribute("rel") == "prev-archive");
            if (archive is null) continue;
            var address = new Uri((string)archive.Attribute("href")!).AbsolutePath;
            feeds.AddRange(Endings.Select(ending => Path.ChangeExtension(address, ending)));
        }
        return feeds;
    }

    [GeneratedRegex("<link rel=\"alternate\" type=\"application/(?:rss\\+xml|atom\\+xml|feed\\+json)\"[^>]* href=\"([^\"]*)\"")]
    private static partial Regex Feed();

    [GeneratedRegex("<a [^>]*href=\"(/[^\"?#]*)\"")]
    private static partial Regex Story();

    [GeneratedRegex("href=\"((?:/he)?/(?:by|topic)/[^\"?#]*)\"")]
    private static partial Regex Named();
}
