using System.Globalization;
using System.Xml.Linq;

namespace Broadsheet.Tests.Syndication.Rules;

/// <summary>The sitemaps protocol, and what Google asks of news sitemaps.</summary>
internal static class SitemapRules
{
    internal static readonly XNamespace Site = "http://www.sitemaps.org/schemas/sitemap/0.9", News = "http://www.google.com/schemas/sitemap-news/0.9", Image = "http://www.google.com/schemas/sitemap-image/1.1";

    public static IReadOnlyList<Rule<XDocument>> All { get; } =
    [
        new("sitemaps.org, protocol 0.9 (sitemap.xsd)", Schemas.ProblemsBy("sitemap.xsd"), file => file.Root!.Elements().First().Element(Site + "loc")!.Remove()),
        new("sitemaps.org, dates", Schemas.ProblemsBy("sitemap.xsd"), file => file.Root!.Elements().First().Element(Site + "lastmod")!.Value = "28 Nov 2026"),
        new("sitemaps.org, each address once", Schemas.ProblemsBy("sitemap.xsd"), file => file.Root!.Add(new XElement(file.Root.Elements().First()))),
        new("Google, news: a title", Schemas.ProblemsBy("sitemap.xsd"), file => file.Descendants(News + "title").Remove()),
        new("Google, news: a language", Schemas.ProblemsBy("sitemap.xsd"), file => file.Descendants(News + "language").First().Value = "English"),
        new("Google, pictures: a whole address", Schemas.ProblemsBy("sitemap.xsd"), file => file.Descendants(Image + "loc").First().Value = "/pictures/a.jpg"),
        new("sitemaps.org, all of one host", file => file.Descendants(Site + "loc").Select(loc => Uri.TryCreate(loc.Value, UriKind.Absolute, out var address) ? address.Authority : loc.Value).Distinct().Skip(1), file => file.Root!.Add(new XElement(Site + "url", new XElement(Site + "loc", "https://other.example/")))),
        new("sitemaps.org, at most 50,000 addresses", file => file.Root!.Elements().Skip(50_000).Take(1).Select(_ => "too many"), file => file.Root!.Add(Enumerable.Range(0, 50_000).Select(number => new XElement(Site + "url", new XElement(Site + "loc", $"https://post.example/{number}"))))),
        new("sitemaps.org, at most 50 MB", file => file.ToString().Length > 52_428_800 ? ["too large"] : [], file => file.Root!.Add(new XElement(Site + "url", new XElement(Site + "loc", "https://post.example/" + new string('a', 52_428_800))))),
        new("Google, news: at most 1,000", file => file.Descendants(News + "news").Skip(1000).Take(1).Select(_ => "too many"), file => file.Root!.Add(Enumerable.Range(0, 1000).Select(_ => new XElement(file.Root.Elements().First())))),
        new("Google, news: not older than two days of the newest", file => Dates(file) is { Count: > 0 } dates && dates.Max() - dates.Min() > TimeSpan.FromDays(2) ? ["too old"] : [], file =>
        {
            var old = new XElement(file.Root!.Elements().First());
            old.Descendants(News + "publication_date").Single().Value = "2026-11-20T10:00:00Z";
            file.Root.Add(old);
        }),
    ];

    public static XDocument Good() => XDocument.Parse("""
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
          <url>
            <loc>https://post.example/city/wall</loc><lastmod>2026-11-28T10:00:00Z</lastmod>
            <news:news><news:publication><news:name>The Harbour Post</news:name><news:language>en</news:language></news:publication>
              <news:publication_date>2026-11-28T10:00:00Z</news:publication_date><news:title>The wall falls</news:title></news:news>
            <image:image><image:loc>https://post.example/pictures/a/960.jpg</image:loc></image:image>
          </url>
        </urlset>
        """);

    private static List<DateTimeOffset> Dates(XDocument file) => [.. file.Descendants(News + "publication_date").Select(date => DateTimeOffset.Parse(date.Value, CultureInfo.InvariantCulture))];
}
