using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Broadsheet.Tests.Syndication.Rules;

/// <summary>RSS 2.0 (rssboard.org/rss-specification), with what the W3C's validator (validator.w3.org/feed/docs) says by name.</summary>
internal static partial class RssRules
{
    internal static readonly XNamespace Atom = "http://www.w3.org/2005/Atom", Content = "http://purl.org/rss/1.0/modules/content/", Media = "http://search.yahoo.com/mrss/", History = "http://purl.org/syndication/history/1.0", Itunes = "http://www.itunes.com/dtds/podcast-1.0.dtd";

    private static readonly HashSet<string> OfChannel =
        ["title", "link", "description", "language", "copyright", "managingEditor", "webMaster", "pubDate", "lastBuildDate", "category", "generator", "docs", "cloud", "ttl", "image", "rating", "textInput", "skipHours", "skipDays", "item"];

    private static readonly HashSet<string> OfItem = ["title", "link", "description", "author", "category", "comments", "enclosure", "guid", "pubDate", "source"];

    public static IReadOnlyList<Rule<XDocument>> All { get; } =
    [
        new("RSS 2.0, rss: version", feed => feed.Root is { Name.LocalName: "rss" } root && (string?)root.Attribute("version") == "2.0" ? [] : [$"{feed.Root?.Name}"], feed => feed.Root!.SetAttributeValue("version", "0.9")),
        new("RSS 2.0, rss: one channel", feed => feed.Root!.Elements("channel").Count() == 1 ? [] : ["channels"], feed => feed.Root!.Add(new XElement("channel"))),
        new("RSS 2.0, required channel elements", feed => Missing(Channel(feed), "title", "link", "description"), feed => Channel(feed).Element("description")!.Remove()),
        new("RSS 2.0, item: title or description", feed => Items(feed).Where(item => Text(item, "title").Length + Text(item, "description").Length == 0).Select(Id), feed => Items(feed).First().Elements().Where(part => part.Name == "title" || part.Name == "description").Remove()),
        new("RSS 2.0, all dates conform to RFC 822", feed => feed.Descendants().Where(part => part.Name == "pubDate" || part.Name == "lastBuildDate").Select(part => part.Value).Where(date => !IsRfc822(date)), feed => feed.Descendants("pubDate").First().Value = "2026-11-28T10:00:00Z"),
        new("RSS 2.0, links begin with an IANA-registered scheme", feed => feed.Descendants("link").Select(part => part.Value).Where(link => !Rules.IsWholeAddress(link)), feed => Items(feed).First().SetElementValue("link", "/city/story")),
        new("RSS 2.0, guid: a permalink is an address", feed => feed.Descendants("guid").Where(guid => (string?)guid.Attribute("isPermaLink") != "false" && !Rules.IsWholeAddress(guid.Value)).Select(guid => guid.Value), feed => feed.Descendants("guid").First().Attribute("isPermaLink")!.Remove()),
        new("W3C DuplicateValue: guid", feed => Twice(feed.Descendants("guid").Select(guid => guid.Value)), feed => Channel(feed).Add(new XElement(Items(feed).First()))),
        new("W3C MissingGuid", feed => Items(feed).Where(item => Text(item, "guid").Length == 0).Select(Id), feed => Items(feed).First().Element("guid")!.Remove()),
        new("RSS 2.0, enclosure: url, length and type", feed => feed.Descendants("enclosure").Where(one => !Rules.IsWholeAddress((string?)one.Attribute("url")) || !long.TryParse((string?)one.Attribute("length"), out _) || !IsMediaType((string?)one.Attribute("type"))).Select(one => one.ToString()), feed => Items(feed).First().Add(new XElement("enclosure", new XAttribute("url", "https://a.example/a.mp3")))),
        new("RSS 2.0, language", feed => Channel(feed).Elements("language").Select(one => one.Value).Where(tag => !Language().IsMatch(tag)), feed => Channel(feed).SetElementValue("language", "English")),
        new("RSS 2.0, author: a mail address", feed => feed.Descendants("author").Select(one => one.Value).Where(one => !one.Contains('@')), feed => Items(feed).First().Add(new XElement("author", "Ida Holm"))),
        new("W3C DuplicateElement", feed => Items(feed).Append(Channel(feed)).SelectMany(part => Twice(part.Elements().Where(one => one.Name.Namespace == XNamespace.None && one.Name != "category" && one.Name != "item").Select(one => one.Name.LocalName))), feed => Items(feed).First().Add(new XElement("title", "Again"))),
        new("W3C UndefinedElement", feed => Channel(feed).Elements().Where(one => one.Name.Namespace == XNamespace.None && !OfChannel.Contains(one.Name.LocalName)).Concat(Items(feed).Elements().Where(one => one.Name.Namespace == XNamespace.None && !OfItem.Contains(one.Name.LocalName))).Select(one => one.Name.LocalName), feed => Items(feed).First().Add(new XElement("standfirst", "x"))),
        new("W3C MissingAtomSelfLink", feed => Channel(feed).Elements(Atom + "link").Count(link => (string?)link.Attribute("rel") == "self" && Rules.IsWholeAddress((string?)link.Attribute("href"))) == 1 ? [] : ["self"], feed => Channel(feed).Elements(Atom + "link").Remove()),
        new("W3C SecurityRisk", feed => feed.Descendants(Content + "encoded").SelectMany(one => HtmlInFeeds.Dangers(one.Value)), feed => feed.Descendants(Content + "encoded").First().Value = "<p onclick=\"a()\">Words</p>"),
        new("W3C ContainsRelRef", feed => feed.Descendants(Content + "encoded").SelectMany(one => HtmlInFeeds.RelativeAddresses(one.Value)), feed => feed.Descendants(Content + "encoded").First().Value = "<p><a href=\"/city\">City</a></p>"),
        new("W3C ContainsHTML: title", feed => feed.Descendants("title").Select(one => one.Value).Where(title => HtmlTag().IsMatch(title)), feed => Items(feed).First().SetElementValue("title", "A <b>bold</b> step")),
        new("Media RSS, content: url, medium and type", feed => feed.Descendants(Media + "content").Where(one => !Rules.IsWholeAddress((string?)one.Attribute("url")) || (string?)one.Attribute("medium") is not ("image" or "audio" or "video" or "document" or "executable") || !IsMediaType((string?)one.Attribute("type"))).Select(one => one.ToString()), feed => Items(feed).First().Add(new XElement(Media + "content", new XAttribute("url", "/a.jpg")))),
        new("W3C ImplausibleDate", feed => feed.Descendants("pubDate").Select(one => one.Value).Where(date => IsRfc822(date) && DateTimeOffset.Parse(date, CultureInfo.InvariantCulture) > new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero)), feed => feed.Descendants("pubDate").First().Value = "Thu, 28 Nov 2126 10:00:00 GMT"),
        new("Apple Podcasts, RSS tags: with recordings a channel has a cover, a category, an author and says whether it is explicit", feed => !feed.Descendants("enclosure").Any() ? []
            : new[] { "image", "category", "author", "explicit" }.Where(name => Channel(feed).Element(Itunes + name) is not { } tag || (name == "image" && !Rules.IsWholeAddress((string?)tag.Attribute("href"))) || (name == "explicit" && tag.Value is not ("true" or "false"))), feed =>
            {
                Items(feed).First().Add(new XElement("enclosure", new XAttribute("url", "https://a.example/a.mp3"), new XAttribute("length", 1), new XAttribute("type", "audio/mpeg")));
                Channel(feed).Elements(Itunes + "image").Remove();
            }),
        .. HistoryRules.In("RSS", feed => Channel(feed)),
    ];

    private static XElement Channel(XDocument feed) => feed.Root!.Elements("channel").First();

    private static IEnumerable<XElement> Items(XDocument feed) => Channel(feed).Elements("item").ToList();

    private static string Id(XElement item) => Text(item, "guid");

    private static string Text(XElement part, string name) => part.Element(name)?.Value.Trim() ?? "";

    private static IEnumerable<string> Missing(XElement part, params string[] names) => names.Where(name => Text(part, name).Length == 0);

    internal static IEnumerable<string> Twice(IEnumerable<string> names) => names.GroupBy(name => name).Where(same => same.Count() > 1).Select(same => same.Key);

    internal static bool IsMediaType(string? type) => type is not null && MediaType().IsMatch(type);

    // With the year in four digits, as the board advises.
    private static bool IsRfc822(string date) => DateTimeOffset.TryParseExact(date, "ddd, dd MMM yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    private static partial Regex Language();

    [GeneratedRegex("^[a-z]+/[a-z0-9.+-]+$")]
    private static partial Regex MediaType();

    [GeneratedRegex("<[a-z/][^>]*>")]
    private static partial Regex HtmlTag();
}

/// <summary>RFC 5005, in RSS and in Atom.</summary>
internal static class HistoryRules
{
    private static readonly string[] Relations = ["prev-archive", "next-archive", "current"];

    public static IEnumerable<Rule<XDocument>> In(string format, Func<XDocument, XElement> head) =>
    [
        new($"RFC 5005, 4: an archive has its marker and names the feed it is of ({format})", feed => IsArchive(head(feed)) == (Links(head(feed), "current").Count == 1) ? [] : ["archive and current"], feed => head(feed).AddFirst(new XElement(RssRules.History + "archive"))),
        new($"RFC 5005, 4: one link a relation, to a whole address ({format})", feed => Relations.SelectMany(relation => Links(head(feed), relation) is var found && found.Count > 1 ? [relation] : found.Where(address => !Rules.IsWholeAddress(address))), feed => head(feed).AddFirst(new XElement(RssRules.Atom + "link", new XAttribute("rel", "prev-archive"), new XAttribute("href", "feed/2026-11-1.xml")))),
        new($"RFC 5005, 4: only archives have a next one ({format})", feed => Links(head(feed), "next-archive").Count > 0 && !IsArchive(head(feed)) ? ["next-archive"] : [], feed => head(feed).AddFirst(new XElement(RssRules.Atom + "link", new XAttribute("rel", "next-archive"), new XAttribute("href", "https://a.example/feed")))),
    ];

    private static bool IsArchive(XElement head) => head.Element(RssRules.History + "archive") is not null;

    private static List<string> Links(XElement head, string relation) => [.. head.Elements(RssRules.Atom + "link").Where(link => (string?)link.Attribute("rel") == relation).Select(link => (string?)link.Attribute("href") ?? "")];
}
