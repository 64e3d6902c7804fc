using Broadsheet.Paper;
using System.Xml;

namespace Broadsheet.Syndication.Sitemaps;

/// <summary>Writes sitemaps (sitemaps.org, 0.9) with Google's entries for news and pictures.</summary>
internal static class SitemapXml
{
    internal const string Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9", Image = "http://www.google.com/schemas/sitemap-image/1.1", News = "http://www.google.com/schemas/sitemap-news/0.9";

    internal static IResult Index(IEnumerable<string> files) => Answer(xml =>
    {
        xml.WriteStartElement("sitemapindex", Sitemap);
        foreach (var file in files)
        {
            xml.WriteStartElement("sitemap", Sitemap);
            xml.WriteElementString("loc", Sitemap, file);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    });

    internal static IResult Of(IEnumerable<SitemapEntry> entries) => Answer(xml =>
    {
        xml.WriteStartElement("urlset", Sitemap);
        xml.WriteAttributeString("xmlns", "image", null, Image);
        xml.WriteAttributeString("xmlns", "news", null, News);
        foreach (var entry in entries) Write(xml, entry);
        xml.WriteEndElement();
    });

    private static IResult Answer(Action<XmlWriter> write) => MachineAnswer.Of(MachineAnswer.Xml(write), "application/xml; charset=utf-8");

    private static void Write(XmlWriter xml, SitemapEntry entry)
    {
        xml.WriteStartElement("url", Sitemap);
        xml.WriteElementString("loc", Sitemap, entry.Address);
        if (entry.Changed is { } moment) xml.WriteElementString("lastmod", Sitemap, Rfc3339.Of(moment));
        if (entry.News is { } news) WriteNews(xml, news);
        foreach (var picture in entry.Pictures)
        {
            xml.WriteStartElement("image", Image);
            xml.WriteElementString("loc", Image, picture);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void WriteNews(XmlWriter xml, SitemapNews news)
    {
        xml.WriteStartElement("news", News);
        xml.WriteStartElement("publication", News);
        xml.WriteElementString("name", News, MachineAnswer.Clean(news.Publication));
        xml.WriteElementString("language", News, news.Language);
        xml.WriteEndElement();
        xml.WriteElementString("publication_date", News, Rfc3339.Of(news.Published));
        xml.WriteElementString("title", News, MachineAnswer.Clean(news.Title));
        xml.WriteEndElement();
    }

}

/// <summary>A page that search engines may list. Every address is whole.</summary>
internal sealed record SitemapEntry(string Address, DateTimeOffset? Changed = null)
{
    public IReadOnlyList<string> Pictures { get; init; } = [];
    public SitemapNews? News { get; init; }
}

/// <param name="Language">As Google wants it: two or three letters, and for Chinese the script.</param>
internal sealed record SitemapNews(string Publication, string Language, DateTimeOffset Published, string Title);
