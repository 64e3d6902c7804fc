using System.Globalization;
using System.Xml;
using Broadsheet.Articles;
using Broadsheet.Articles.Reading;
using Broadsheet.Editions;
using Broadsheet.Pages;
using Broadsheet.Paper;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Syndication;

/// <summary>/sitemap.xml: every page that search engines may list, of all editions. A large archive is an index of parts.</summary>
internal static class ReadSitemap
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    // The protocol allows 50,000 addresses a file; the fixed pages need some of them.
    private const int Part = 40_000;

    public static void Map(IEndpointRouteBuilder paper) => paper.MapMethods("/sitemap.xml", ["GET", "HEAD"], Get);

    internal static async Task<IResult> Get(int? part, HttpContext http, Newspaper newspaper, PaperOrigin origin, TimeProvider clock, CancellationToken stop)
    {
        // One for the whole paper, at its root: a second under an edition would say the same again.
        if (http.Edition is null || http.Request.PathBase.HasValue) return await Missing.AnswerAsync(http, newspaper, stop);

        var listed = newspaper.Articles.Published(clock.GetUtcNow()).Where(article => !article.IsHiddenFromSearchEngines);
        var parts = (await listed.CountAsync(stop) + Part - 1) / Part;
        if (part is < 1 || part > parts) return await Missing.AnswerAsync(http, newspaper, stop);

        var file = part is null && parts > 1
            ? MachineAnswer.Xml(xml => Index(xml, parts, origin))
            : await PartAsync(part ?? 1, listed, newspaper, origin, stop);
        return MachineAnswer.Of(file, "application/xml; charset=utf-8");
    }

    private static void Index(XmlWriter xml, int parts, PaperOrigin origin)
    {
        xml.WriteStartElement("sitemapindex", Namespace);
        for (var part = 1; part <= parts; part++)
        {
            xml.WriteStartElement("sitemap");
            xml.WriteElementString("loc", origin.Whole($"/sitemap.xml?part={part}"));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static async Task<byte[]> PartAsync(int part, IQueryable<Article> listed, Newspaper newspaper, PaperOrigin origin, CancellationToken stop)
    {
        var editions = (await newspaper.Editions.AsNoTracking().OrderBy(row => row.Position).ToListAsync(stop)).ToDictionary(row => row.Id, row => row.ForPaper());
        var sections = await newspaper.Sections.AsNoTracking().OrderBy(row => row.Position).ToListAsync(stop);
        var pages = await newspaper.Pages.AsNoTracking().Where(row => row.IsPublished).OrderBy(row => row.Slug).ToListAsync(stop);
        // By id, so that a new story changes the last part alone.
        var stories = await listed.OrderBy(article => article.Id).Skip((part - 1) * Part).Take(Part)
            .Join(newspaper.Sections, article => article.SectionId, section => section.Id,
                (article, section) => new { article.EditionId, Section = section.Slug, article.Slug, article.PublishedAt, article.UpdatedAt, article.Source })
            .ToListAsync(stop);

        return MachineAnswer.Xml(xml =>
        {
            xml.WriteStartElement("urlset", Namespace);
            if (part == 1)
            {
                foreach (var edition in editions.Values) Address(xml, origin.Whole(edition.Home));
                foreach (var section in sections) Address(xml, origin.Whole(editions[section.EditionId].At(PaperOrigin.Path(section.Slug))));
                foreach (var page in pages) Address(xml, origin.Whole(editions[page.EditionId].At(PaperOrigin.Path(page.Slug))));
            }
            foreach (var story in stories)
            {
                // The original stands elsewhere, and its page is the one to be found.
                if (story.Source is { CanonicalUrl.Length: > 0 }) continue;
                Address(xml, origin.Whole(editions[story.EditionId].At(PaperOrigin.Path(story.Section, story.Slug))), story.UpdatedAt ?? story.PublishedAt);
            }
            xml.WriteEndElement();
        });
    }

    private static void Address(XmlWriter xml, string address, DateTimeOffset? changed = null)
    {
        xml.WriteStartElement("url");
        xml.WriteElementString("loc", address);
        if (changed is { } moment) xml.WriteElementString("lastmod", moment.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }
}
