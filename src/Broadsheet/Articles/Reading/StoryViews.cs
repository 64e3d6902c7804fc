using Broadsheet.Contributors;
using Broadsheet.Paper;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles.Reading;

/// <summary>Makes stories ready for lists: their sections, names and pictures in three questions at most, however many there are.</summary>
public sealed class StoryViews(Newspaper newspaper, StoryPictures pictures, TimeProvider clock)
{
    /// <summary>The stories of a query, in its order. One whose section is gone is left out: it has no address.</summary>
    public async Task<IReadOnlyList<StoryView>> OfAsync(IQueryable<Article> articles, PaperEdition edition, CancellationToken stop) =>
        await OfAsync(await articles.AsNoTracking().ToListAsync(stop), edition, stop);

    /// <summary>Those of the named stories of an edition that are out, in no order.</summary>
    public async Task<IReadOnlyList<StoryView>> NamedAsync(IReadOnlyCollection<Guid> ids, PaperEdition edition, CancellationToken stop)
    {
        if (ids.Count == 0) return [];

        var found = await newspaper.Articles.AsNoTracking().ByRows("articles").Published(clock.GetUtcNow()).InEdition(edition.Id).Where(row => ids.Contains(row.PublicId)).ToListAsync(stop);
        // One that is not out yet will enter this list when it comes out.
        if (found.Count < ids.Count) newspaper.ReadsList(ArticleLists.Latest(edition.Id));
        return await OfAsync(found, edition, stop);
    }

    public async Task<IReadOnlyList<StoryView>> OfAsync(IReadOnlyList<Article> articles, PaperEdition edition, CancellationToken stop)
    {
        if (articles.Count == 0) return [];

        var sections = (await newspaper.SectionsOfAsync(edition.Id, stop)).ToDictionary(section => section.Id);
        var contributors = await ContributorsAsync(articles.SelectMany(article => article.Bylines), stop);
        var shown = await pictures.LoadAsync(articles.Select(article => article.LeadPicture).OfType<PictureUse>(), stop);
        var zone = edition.Zone;
        var newest = DayOf(articles.Max(article => article.PublishedAt), zone);

        return [.. articles
            .Where(article => article.SectionId is { } section && sections.ContainsKey(section))
            .Select(article => new StoryView(
                article, edition, sections[article.SectionId!.Value], BylineView.Of(article.Bylines, contributors, edition),
                shown.ForCard(article.LeadPicture, edition.Language, article.PublishedAt, article.SectionId), DayOf(article.PublishedAt, zone) == newest))];
    }

    /// <summary>Whose names stand over a story.</summary>
    internal Task<IReadOnlyDictionary<Guid, Contributor>> ContributorsAsync(IEnumerable<Byline> bylines, CancellationToken stop) =>
        newspaper.SharedContributorsAsync(bylines.Select(byline => byline.Contributor).OfType<Guid>().ToHashSet(), stop);

    private static DateOnly? DayOf(DateTimeOffset? moment, TimeZoneInfo zone) =>
        moment is { } known ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(known, zone).DateTime) : null;
}
