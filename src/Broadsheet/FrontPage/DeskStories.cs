using Broadsheet.Articles;
using Broadsheet.Articles.Reading;
using Broadsheet.Editions;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Web.Text;

namespace Broadsheet.FrontPage;

/// <summary>A story as the desk shows it.</summary>
/// <param name="Where">Its section and its time.</param>
/// <param name="IsOut">Whether readers may see it now.</param>
/// <param name="Note">What keeps it from being seen; null when nothing does.</param>
public sealed record DeskStory(Guid Id, string Headline, string Where, ArticleKind Kind, bool IsOut, string? Note, string? Picture);

/// <summary>Looks stories up for the desk: those placed, whatever has become of them, and those that could be.</summary>
public sealed class DeskStories(Newspaper newspaper, StoryPictures pictures, TimeProvider clock)
{
    private const int Most = 40;

    public async Task<IReadOnlyDictionary<Guid, DeskStory>> NamedAsync(IReadOnlyCollection<Guid> ids, Edition edition, CancellationToken stop) =>
        (await OfAsync(await newspaper.Articles.AsNoTracking().Where(row => row.EditionId == edition.Id && ids.Contains(row.PublicId)).ToListAsync(stop), edition, stop)).ToDictionary(story => story.Id);

    /// <summary>What goes out soon, then what is out, newest first.</summary>
    public async Task<IReadOnlyList<DeskStory>> FindAsync(string query, Edition edition, CancellationToken stop)
    {
        var here = newspaper.Articles.AsNoTracking().InEdition(edition.Id).Matching(query);
        var coming = await here.Where(row => row.ScheduledFor != null && row.PublishedVersionId == null).OrderBy(row => row.ScheduledFor).Take(Most / 2).ToListAsync(stop);
        var published = await here.Published(clock.GetUtcNow()).LatestFirst().Take(Most).ToListAsync(stop);
        return await OfAsync([.. coming, .. published], edition, stop);
    }

    private async Task<IReadOnlyList<DeskStory>> OfAsync(IReadOnlyList<Article> articles, Edition edition, CancellationToken stop)
    {
        var sections = await newspaper.Sections.AsNoTracking().Where(row => row.EditionId == edition.Id).ToDictionaryAsync(row => row.Id, row => row.Name, stop);
        var shown = await pictures.LoadAsync(articles.Select(article => article.LeadPicture).OfType<PictureUse>(), stop);
        var now = clock.GetUtcNow();
        return [.. articles.Select(article =>
        {
            var isOut = article.IsPublished && article.PublishedAt <= now && !(article.RightsEnd <= now);
            var time = ArticleStateText.When(article, edition);
            return new DeskStory(article.PublicId, isOut ? article.Headline : article.WorkingHeadline,
                string.Join(" · ", new[] { sections.GetValueOrDefault(article.SectionId ?? 0), isOut ? ArticleStateText.Time(article.PublishedAt!.Value, edition) : null }.OfType<string>()), article.Kind, isOut,
                isOut ? null : article.ScheduledFor is null ? T("frontPage.notOut") : T("frontPage.goesOut", ("time", time)),
                shown.ForCard(article.LeadPicture, edition.Language, article.PublishedAt, article.SectionId)?.Src);
        })];
    }
}
