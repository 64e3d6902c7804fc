using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace Broadsheet.Tests.Syndication.Rules;

/// <summary>RFC 4287. What its RELAX NG says of structure is in atom.xsd; what a schema cannot say, and how often things may stand, is here.</summary>
internal static partial class AtomRules
{
    private static readonly XNamespace Atom = RssRules.Atom;

    public static IReadOnlyList<Rule<XDocument>> All { get; } =
    [
        new("RFC 4287, appendix B (atom.xsd)", Schemas.ProblemsBy("atom.xsd"), feed => feed.Root!.Add(new XElement(Atom + "standfirst", "x"))),
        new("RFC 4287, 4.1.1: feed has exactly one id, title, updated", feed => Counted(feed.Root!, 1, 1, "id", "title", "updated"), feed => feed.Root!.Element(Atom + "updated")!.Remove()),
        new("RFC 4287, 4.1.1: feed has at most one generator, icon, logo, rights, subtitle", feed => Counted(feed.Root!, 0, 1, "generator", "icon", "logo", "rights", "subtitle"), feed => feed.Root!.Add(new XElement(Atom + "subtitle", "a"), new XElement(Atom + "subtitle", "b"))),
        new("RFC 4287, 4.1.1: an author for every entry", feed => feed.Root!.Element(Atom + "author") is not null ? [] : Entries(feed).Where(entry => entry.Element(Atom + "author") is null).Select(Id), feed => feed.Root!.Descendants(Atom + "author").Remove()),
        new("RFC 4287, 4.1.1: no two alternates of one type and language", feed => Entries(feed).Append(feed.Root!).SelectMany(part => RssRules.Twice(Links(part, "alternate").Select(link => $"{(string?)link.Attribute("type")} {(string?)link.Attribute("hreflang")}"))), feed => feed.Root!.Add(new XElement(Links(feed.Root!, "alternate").First()))),
        new("RFC 4287, 4.1.1: a feed should say where it is itself", feed => Links(feed.Root!, "self").Count() == 1 ? [] : ["self"], feed => Links(feed.Root!, "self").Remove()),
        new("RFC 4287, 4.1.1: entries of one id have different updated", feed => RssRules.Twice(Entries(feed).Select(entry => $"{Id(entry)} {entry.Element(Atom + "updated")?.Value}")), feed => feed.Root!.Add(new XElement(Entries(feed).First()))),
        new("RFC 4287, 4.1.2: entry has exactly one id, title, updated", feed => Entries(feed).SelectMany(entry => Counted(entry, 1, 1, "id", "title", "updated")), feed => Entries(feed).First().Element(Atom + "title")!.Remove()),
        new("RFC 4287, 4.1.2: entry has at most one content, published, rights, source, summary", feed => Entries(feed).SelectMany(entry => Counted(entry, 0, 1, "content", "published", "rights", "source", "summary")), feed => Entries(feed).First().Add(new XElement(Atom + "published", "2026-11-28T10:00:00Z"), new XElement(Atom + "published", "2026-11-28T10:00:00Z"))),
        new("RFC 4287, 4.1.2: without content there is an alternate", feed => Entries(feed).Where(entry => entry.Element(Atom + "content") is null && !Links(entry, "alternate").Any()).Select(Id), feed => Entries(feed).First().Elements().Where(part => part.Name == Atom + "content" || part.Name == Atom + "link").Remove()),
        new("RFC 4287, 3.3: dates are of RFC 3339", feed => feed.Descendants().Where(part => part.Name == Atom + "updated" || part.Name == Atom + "published").Select(part => part.Value).Where(date => !IsRfc3339(date)), feed => feed.Root!.Element(Atom + "updated")!.Value = "28 Nov 2026"),
        new("RFC 4287, 4.2.6: an id is a whole IRI", feed => feed.Descendants(Atom + "id").Select(id => id.Value).Where(id => !Iri().IsMatch(id)), feed => feed.Root!.Element(Atom + "id")!.Value = "/feed"),
        new("W3C InvalidTAG (RFC 4151, 2.1)", feed => feed.Descendants(Atom + "id").Select(id => id.Value).Where(id => id.StartsWith("tag:", StringComparison.Ordinal) && !Tag().IsMatch(id)), feed => feed.Root!.Element(Atom + "id")!.Value = "tag:broadsheet:1"),
        new("RFC 4287, 4.2.7.1: a link has a whole address here", feed => feed.Descendants(Atom + "link").Where(link => !Rules.IsWholeAddress((string?)link.Attribute("href"))).Select(link => link.ToString()), feed => feed.Descendants(Atom + "link").First().SetAttributeValue("href", "/feed.atom")),
        new("RFC 4287, 4.2.7.3: a link's type is a media type", feed => feed.Descendants(Atom + "link").Select(link => (string?)link.Attribute("type")).OfType<string>().Where(type => !RssRules.IsMediaType(type)), feed => feed.Descendants(Atom + "link").First().SetAttributeValue("type", "html")),
        new("RFC 4287, 4.2.2.1: a category has a term", feed => feed.Descendants(Atom + "category").Where(one => string.IsNullOrEmpty((string?)one.Attribute("term"))).Select(one => one.ToString()), feed => Entries(feed).First().Add(new XElement(Atom + "category"))),
        new("RFC 4287, 3.2: a person has one name, and an IRI", feed => feed.Descendants().Where(one => one.Name == Atom + "author" || one.Name == Atom + "contributor").Where(one => one.Elements(Atom + "name").Count() != 1 || one.Elements(Atom + "uri").Any(uri => !Rules.IsWholeAddress(uri.Value))).Select(one => one.ToString()), feed => feed.Root!.Element(Atom + "author")!.Element(Atom + "name")!.Remove()),
        new("RFC 4287, 4.1.3.3: HTML content is escaped text", feed => feed.Descendants(Atom + "content").Where(one => (string?)one.Attribute("type") == "html" && one.HasElements).Select(one => one.ToString()), feed => { var content = feed.Descendants(Atom + "content").First(); content.RemoveNodes(); content.Add(new XElement("p", "Words")); }),
        new("W3C MissingTextualContent", feed => Entries(feed).SelectMany(entry => entry.Elements(Atom + "title")).Where(title => title.Value.Trim().Length == 0).Select(_ => "title"), feed => Entries(feed).First().Element(Atom + "title")!.Value = " "),
        new("W3C SecurityRisk, Atom", feed => feed.Descendants(Atom + "content").SelectMany(one => HtmlInFeeds.Dangers(one.Value)), feed => feed.Descendants(Atom + "content").First().Value = "<script>a()</script>"),
        new("W3C ContainsRelRef, Atom", feed => feed.Descendants(Atom + "content").SelectMany(one => HtmlInFeeds.RelativeAddresses(one.Value)), feed => feed.Descendants(Atom + "content").First().Value = "<img src=\"a.jpg\">"),
        .. HistoryRules.In("Atom", feed => feed.Root!),
    ];

    private static IEnumerable<XElement> Entries(XDocument feed) => feed.Root!.Elements(Atom + "entry").ToList();

    private static string Id(XElement entry) => entry.Element(Atom + "id")?.Value ?? "";

    private static IEnumerable<XElement> Links(XElement part, string relation) => part.Elements(Atom + "link").Where(link => ((string?)link.Attribute("rel") ?? "alternate") == relation);

    private static IEnumerable<string> Counted(XElement part, int least, int most, params string[] names) => names.Where(name => part.Elements(Atom + name).Count() is var count && (count < least || count > most)).Select(name => $"{Id(part)} {name}");

    internal static bool IsRfc3339(string date) => Date().IsMatch(date) && DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, out _);

    [GeneratedRegex("^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})$")]
    private static partial Regex Date();

    [GeneratedRegex("^[a-zA-Z][a-zA-Z0-9+.-]*:[^\\s<>\"]+$")]
    private static partial Regex Iri();

    [GeneratedRegex("^tag:([a-z0-9\\-\\._]+?@)?[a-z0-9\\.\\-]+?,\\d{4}(-\\d{2}(-\\d{2})?)?:[0-9a-zA-Z;/\\?:@&=+$\\.\\-_!~*'\\(\\)%,]*(#[^\\s]*)?$")]
    private static partial Regex Tag();
}

/// <summary>Schemas of ours, after the specifications' own words.</summary>
internal static class Schemas
{
    private static readonly string[] Besides = ["sitemap-news.xsd", "sitemap-image.xsd"];

    public static Func<XDocument, IEnumerable<string>> ProblemsBy(string file) => document =>
    {
        var schemas = new XmlSchemaSet();
        using (var reader = XmlReader.Create(Path.Combine(AppContext.BaseDirectory, "Syndication", "Rules", file))) schemas.Add(null, reader);
        foreach (var beside in Besides.Where(_ => file == "sitemap.xsd"))
        {
            using var reader = XmlReader.Create(Path.Combine(AppContext.BaseDirectory, "Syndication", "Rules", beside));
            schemas.Add(null, reader);
        }
        var problems = new List<string>();
        document.Validate(schemas, (_, problem) => problems.Add(problem.Message));
        return problems;
    };
}
