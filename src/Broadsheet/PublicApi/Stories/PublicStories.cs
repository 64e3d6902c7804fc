using Broadsheet.Articles;
using Broadsheet.Articles.Reading;
using Broadsheet.Paper;
using Broadsheet.PublicApi.Things;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.PublicApi.Stories;

/// <summary>Makes stories ready for lists of the API, without those whose source keeps them out of it.</summary>
internal sealed class PublicStories(Newspaper newspaper, StoryViews views, PublicPictures pictures, PublicBodies bodies, PaperOrigin origin, TimeProvider clock)
{
    public bool MayShow(Article article) => article.Source?.Allows(Channel.Api, clock.GetUtcNow()) != false;

    /// <summary>The stories in their order.</summary>
    public async Task<IReadOnlyList<PublicStory>> OfAsync(IReadOnlyList<Article> articles, PaperEdition edition, CancellationToken stop) =>
        await OfAsync(await views.OfAsync([.. articles.Where(MayShow)], edition, stop), edition, stop);

    public async Task<IReadOnlyList<PublicStory>> OfAsync(IReadOnlyList<StoryView> stories, PaperEdition edition, CancellationToken stop)
    {
        var shown = stories.Where(story => MayShow(story.Shown)).ToList();
        if (shown.Count == 0) return [];
        var sections = await newspaper.Sections.AsNoTracking().Where(section => section.EditionId == edition.Id).ToDictionaryAsync(section => section.Id, stop);
        var loaded = await pictures.LoadAsync(shown.Select(story => story.Shown.LeadPicture?.Picture).OfType<Guid>(), stop);
        var made = new List<PublicStory>();
        foreach (var story in shown.Where(story => sections.ContainsKey(story.SectionId ?? 0)))
        {
            made.Add(new PublicStory
            {
                Id = story.Shown.PublicId,
                Url = origin.Whole(story.Href),
                Edition = edition.PublicId,
                Language = edition.Language,
                Headline = story.Headline,
                ShortHeadline = story.ShortHeadline,
                Standfirst = story.Standfirst,
                Kind = story.ArticleKind,
                Label = LabelOf(story.KindLabel, edition),
                Payer = story.Payer.Length > 0 ? story.Payer : null,
                Section = PublicSection.Of(sections[story.SectionId!.Value], edition, origin),
                Bylines = BylinesOf(story.Bylines),
                Picture = pictures.Of(story.Shown, loaded, edition),
                Published = story.Published,
                Updated = story.Updated,
                MoreFollows = story.MoreFollows,
                IsAccessibleForFree = await bodies.AccessAsync(story.Shown, stop) == Access.Open,
            });
        }
        return made;
    }

    internal IReadOnlyList<PublicByline> BylinesOf(IEnumerable<BylineView> bylines) => [.. bylines.Select(byline => new PublicByline
    {
        Name = byline.Name,
        Role = byline.Role.Length > 0 ? byline.Role : null,
        Contributor = byline.Contributor,
        Url = byline.Href is { } href ? origin.Whole(href) : null,
    })];

    internal static string? LabelOf(string key, PaperEdition edition) => key.Length > 0 ? PaperWords.Find(edition.Language, key) : null;
}
