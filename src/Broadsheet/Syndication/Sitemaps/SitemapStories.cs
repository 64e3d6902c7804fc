using Broadsheet.Articles;
using Broadsheet.Articles.Reading;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Pictures;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Syndication.Sitemaps;

/// <summary>Finds the stories that search engines may list.</summary>
internal sealed class SitemapStories(Newspaper newspaper, StoryPictures pictures, PaperOrigin origin, TimeProvider clock)
{
    /// <summary>The files that an edition's stories are in, the newest first. Each question is about one month.</summary>
    public async Task<IReadOnlyList<SitemapPart>> PartsAsync(Edition edition, CancellationToken stop)
    {
        var parts = new List<SitemapPart>();
        var until = (DateTimeOffset?)null;
        while (await Listed(edition, new(null, until)).Select(row => row.PublishedAt).FirstOrDefaultAsync(stop) is { } last)
        {
            var part = new SitemapPart(edition.Code, last.UtcDateTime.Year, last.UtcDateTime.Month, 1);
            do
            {
                parts.Add(part);
                part = part with { Number = part.Number + 1 };
            }
            while (await Listed(edition, part.Days).Skip((part.Number - 1) * SitemapPart.Length).AnyAsync(stop));
            until = part.Days.From;
        }
        return parts;
    }

    public async Task<IReadOnlyList<SitemapEntry>> OfAsync(SitemapPart part, Edition edition, CancellationToken stop)
    {
        // The file depends on what stories of this month say of themselves here, and on nothing newer.
        newspaper.ReadsList(ArticleLists.InSitemap(edition.Id, part.Days.From!.Value));
        var rows = await newspaper.Articles.InEdition(edition.Id).Published(clock.GetUtcNow()).Where(row => !row.IsHiddenFromSearchEngines && row.PublishedAt >= part.Days.From && row.PublishedAt < part.Days.Until)
            .OrderBy(row => row.PublishedAt).ThenBy(row => row.Id).Skip((part.Number - 1) * SitemapPart.Length).Take(SitemapPart.Length).ByRows("articles")
            .Join(newspaper.Sections, article => article.SectionId, section => section.Id,
                (article, section) => new { Section = section.Slug, article.Slug, article.PublishedAt, article.UpdatedAt, article.Source, article.LeadPicture, article.RightsEnd })
            .ToListAsync(stop);
        foreach (var end in rows.Select(row => row.RightsEnd).OfType<DateTimeOffset>()) newspaper.Reads?.ExpireAt(end);

        // The original of some stands elsewhere, and its page is the one to be found.
        var own = rows.Where(row => row.Source is not { CanonicalUrl.Length: > 0 }).ToList();
        var (shown, paper) = (await pictures.LoadAsync(own.Select(row => row.LeadPicture).OfType<PictureUse>(), stop), edition.ForPaper());
        return [.. own.Select(row => new SitemapEntry(origin.Whole(paper.At(PaperOrigin.Path(row.Section, row.Slug))), row.UpdatedAt ?? row.PublishedAt)
        {
            Pictures = shown.Find(row.LeadPicture, null) is var (picture, _) ? [origin.Whole(PictureView.Of(picture, edition.Language).Url)] : [],
        })];
    }

    private IQueryable<Article> Listed(Edition edition, PublishedDuring during) =>
        newspaper.Latest(edition.Id, clock.GetUtcNow(), during).Where(row => !row.IsHiddenFromSearchEngines);
}
