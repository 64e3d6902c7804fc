using Broadsheet.Articles.Reading;
using Broadsheet.Editions;
using Broadsheet.Pages;
using Broadsheet.Paper;
using Broadsheet.Sections;
using Broadsheet.Series;
using Broadsheet.Storage;
using Broadsheet.Topics;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Syndication.Sitemaps;

/// <summary>
/// /sitemap.xml: the index of /sitemap-pages.xml and of a file (or several) for each edition and month, /sitemap-he-2026-11-1.xml. All stand at the root of the
/// paper, for all editions.
/// </summary>
internal static class ReadSitemap
{
    public static void Map(IEndpointRouteBuilder paper)
    {
        string[] reading = ["GET", "HEAD"];
        paper.MapMethods("/sitemap.xml", reading, Index);
        paper.MapMethods("/sitemap-pages.xml", reading, Pages);
        paper.MapMethods("/sitemap-{part}.xml", reading, Part);
    }

    internal static async Task<IResult> Index(HttpContext http, Newspaper newspaper, SitemapStories stories, PaperOrigin origin, CancellationToken stop)
    {
        if (IsElsewhere(http)) return await Missing.AnswerAsync(http, newspaper, stop);

        var files = new List<string> { "/sitemap-pages.xml" };
        foreach (var edition in http.Editions) files.AddRange((await stories.PartsAsync(edition, stop)).Select(part => part.Path));
        return SitemapXml.Index(files.Select(origin.Whole));
    }

    internal static async Task<IResult> Part(string part, HttpContext http, Newspaper newspaper, SitemapStories stories, CancellationToken stop)
    {
        if (IsElsewhere(http) || SitemapPart.Parse(part) is not { } asked || http.Editions.FirstOrDefault(row => row.Code == asked.Code) is not { } edition) return await Missing.AnswerAsync(http, newspaper, stop);
        return await stories.OfAsync(asked, edition, stop) is { Count: > 0 } entries ? SitemapXml.Of(entries) : await Missing.AnswerAsync(http, newspaper, stop);
    }

    internal static async Task<IResult> Pages(HttpContext http, Newspaper newspaper, PaperOrigin origin, CancellationToken stop)
    {
        if (IsElsewhere(http)) return await Missing.AnswerAsync(http, newspaper, stop);

        var editions = http.Editions.ToDictionary(row => row.Id, row => row.ForPaper());
        var sections = await newspaper.Sections.AsNoTracking().OrderBy(row => row.Position).ToListAsync(stop);
        var topics = await newspaper.Topics.AsNoTracking().OrderBy(row => row.Id).ToListAsync(stop);
        var series = await newspaper.StorySeries.AsNoTracking().OrderBy(row => row.Id).ToListAsync(stop);
        var pages = await newspaper.Pages.AsNoTracking().Where(row => row.IsPublished).OrderBy(row => row.Slug).ToListAsync(stop);
        string[] paths =
        [
            .. editions.Values.Select(edition => edition.Home),
            .. sections.Select(row => editions[row.EditionId].At(PaperOrigin.Path(row.Slug))),
            .. topics.Select(row => editions[row.EditionId].At(PaperOrigin.Path("topic", row.Slug))),
            .. series.Select(row => editions[row.EditionId].At(PaperOrigin.Path("series", row.Slug))),
            .. pages.Select(row => editions[row.EditionId].At(PaperOrigin.Path(row.Slug))),
        ];
        return SitemapXml.Of(paths.Select(path => new SitemapEntry(origin.Whole(path))));
    }

    // One for the whole paper, at its root: a second under an edition would say the same again.
    internal static bool IsElsewhere(HttpContext http) => http.Edition is null || http.Request.PathBase.HasValue;
}
