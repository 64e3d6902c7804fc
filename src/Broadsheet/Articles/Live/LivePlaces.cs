using Broadsheet.Articles.Reading;
using Broadsheet.Contributors;
using Broadsheet.Editions;
using Broadsheet.Redirects;
using Broadsheet.Sections;
using Broadsheet.Series;
using Broadsheet.Storage;
using Broadsheet.Topics;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles.Live;

/// <summary>Finds where readers meet a story: where it stands now, and where the versions before stood and it must be gone.</summary>
internal sealed class LivePlaces(Newspaper newspaper, StoryPictures pictures)
{
    // What readers saw before the act is the last version but one; a schedule may have made another between.
    private const int Versions = 3;

    internal async Task<IReadOnlyList<LivePlace>> OfAsync(long id, CancellationToken stop)
    {
        var article = await newspaper.Articles.AsNoTracking().SingleAsync(row => row.Id == id, stop);
        var edition = await newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == article.EditionId, stop);
        if (await newspaper.Sections.AsNoTracking().FirstOrDefaultAsync(row => row.Id == article.SectionId, stop) is not { } section) return [];

        var story = edition.PathOf($"/{section.Slug}/{article.Slug}");
        var contents = await ContentsAsync(id, stop);
        return [.. new[]
        {
            new LivePlace(Text.T("live.story"), story),
            new LivePlace(Text.T("live.front"), edition.PathOf("/")),
            new LivePlace(Text.T("live.latest"), edition.PathOf("/latest")),
            new LivePlace(Text.T("live.feed"), edition.PathOf("/feed.xml")),
        }.Concat(await ListsAsync(contents, edition, stop)).Concat(await OldAddressesAsync(story, stop)).Concat(await PictureAsync(article, edition, stop))];
    }

    private async Task<List<ArticleContent>> ContentsAsync(long id, CancellationToken stop)
    {
        var versions = await newspaper.ArticleVersions.AsNoTracking().Where(row => row.ArticleId == id && row.ContentJson != null).OrderByDescending(row => row.Number).Take(Versions).ToListAsync(stop);
        return [.. versions.Select(version => version.Content)];
    }

    private async Task<IEnumerable<LivePlace>> ListsAsync(List<ArticleContent> contents, Edition edition, CancellationToken stop)
    {
        var sections = contents.SelectMany(content => content.AlsoIn.Append(content.Section ?? Guid.Empty)).ToHashSet();
        var topics = await newspaper.TopicIdsAsync([.. contents.SelectMany(content => content.Topics).Distinct()], stop);
        var series = contents.Select(content => content.Series).OfType<Guid>().ToHashSet();
        var names = contents.SelectMany(content => content.Bylines).Select(byline => byline.Contributor).OfType<Guid>().ToHashSet();

        var inSections = await newspaper.Sections.AsNoTracking().Where(row => row.EditionId == edition.Id && sections.Contains(row.PublicId)).OrderBy(row => row.Position).ToListAsync(stop);
        var onTopics = await newspaper.Topics.AsNoTracking().Where(row => row.EditionId == edition.Id && topics.Contains(row.Id)).OrderBy(row => row.Name).ToListAsync(stop);
        var inSeries = await newspaper.StorySeries.AsNoTracking().Where(row => row.EditionId == edition.Id && series.Contains(row.PublicId)).OrderBy(row => row.Id).ToListAsync(stop);
        var by = await newspaper.Contributors.AsNoTracking().Where(row => !row.IsHidden && names.Contains(row.PublicId)).OrderBy(row => row.Slug).ToListAsync(stop);
        return inSections.Select(row => new LivePlace(row.Name, edition.PathOf($"/{row.Slug}")))
            .Concat(onTopics.Select(row => new LivePlace(row.Name, edition.PathOf($"/topic/{row.Slug}"))))
            .Concat(inSeries.Select(row => new LivePlace(row.Name, edition.PathOf($"/series/{row.Slug}"))))
            .Concat(by.Select(row => new LivePlace(row.PrintedName(edition.Code), edition.PathOf($"/by/{row.Slug}"))));
    }

    // The last few: a story that moved ten times in ten years is not looked for in all of them.
    private async Task<IEnumerable<LivePlace>> OldAddressesAsync(string story, CancellationToken stop) =>
        (await newspaper.Redirects.AsNoTracking().Where(row => row.To == story).OrderByDescending(row => row.Id).Take(2).Select(row => row.From).ToListAsync(stop))
            .Select(from => new LivePlace(Text.T("live.oldAddress"), from));

    private async Task<IEnumerable<LivePlace>> PictureAsync(Article article, Edition edition, CancellationToken stop)
    {
        if (!article.IsPublished || article.LeadPicture is not { } lead) return [];
        var loaded = await pictures.LoadAsync([lead], stop);
        return loaded.ForArticle(lead, edition.Language, article.PublishedAt, article.SectionId) is { } shown ? [new LivePlace(Text.T("live.picture"), shown.Src) { IsPicture = true }] : [];
    }
}
