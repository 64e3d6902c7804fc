using System.Globalization;
using Broadsheet.Articles;
using Broadsheet.Articles.Reading;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Syndication.Sitemaps;

/// <summary>/news-sitemap.xml: what went out in the last two days in all editions, for search engines' news. What somebody paid for is none.</summary>
internal static class ReadNewsSitemap
{
    // Both are what Google takes.
    private const int Most = 1000;
    private static readonly TimeSpan Days = TimeSpan.FromDays(2);

    public static void Map(IEndpointRouteBuilder paper) => paper.MapMethods("/news-sitemap.xml", ["GET", "HEAD"], Get);

    internal static async Task<IResult> Get(HttpContext http, Newspaper newspaper, PaperOrigin origin, TimeProvider clock, CancellationToken stop)
    {
        if (ReadSitemap.IsElsewhere(http)) return await Missing.AnswerAsync(http, newspaper, stop);

        var now = clock.GetUtcNow();
        var found = new List<(Article Article, PaperEdition Edition)>();
        foreach (var edition in http.Editions)
        {
            found.AddRange((await newspaper.Latest(edition.Id, now, new(now - Days, null)).AsNoTracking().Where(row => !row.IsHiddenFromSearchEngines && row.Kind != ArticleKind.Sponsored && row.Kind != ArticleKind.PressRelease)
                .Take(Most).ToListAsync(stop)).Where(article => article.Source is not { CanonicalUrl.Length: > 0 }).Select(article => (article, edition.ForPaper())));
        }
        var newest = found.OrderByDescending(one => one.Article.PublishedAt).Take(Most).ToList();
        // The oldest is to leave when its time is over, whether anything happens then or not.
        if (newest.Count > 0) newspaper.Reads?.ExpireAt(newest[^1].Article.PublishedAt!.Value + Days);

        var sections = await newspaper.Sections.AsNoTracking().ToDictionaryAsync(row => row.Id, row => row.Slug, stop);
        return SitemapXml.Of(newest.Where(one => sections.ContainsKey(one.Article.SectionId ?? 0)).Select(one => new SitemapEntry(
            origin.Whole(one.Edition.At(PaperOrigin.Path(sections[one.Article.SectionId!.Value], one.Article.Slug))), one.Article.UpdatedAt ?? one.Article.PublishedAt)
        { News = new(one.Edition.Name, LanguageOf(one.Edition), one.Article.PublishedAt!.Value, one.Article.Headline) }));
    }

    private static string LanguageOf(PaperEdition edition) => CultureInfo.GetCultureInfo(edition.Language) switch
    {
        { TwoLetterISOLanguageName: "zh", Name: var name } => name.Contains("Hant", StringComparison.Ordinal) || name.EndsWith("TW", StringComparison.Ordinal) || name.EndsWith("HK", StringComparison.Ordinal) ? "zh-tw" : "zh-cn",
        var culture => culture.TwoLetterISOLanguageName,
    };
}
