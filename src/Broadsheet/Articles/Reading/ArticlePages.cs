using Broadsheet.Topics;
using Broadsheet.Contributors;
using Broadsheet.Document;
using Broadsheet.Document.Rendering;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Paper.Views;
using Broadsheet.Print.Cards;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles.Reading;

/// <summary>Makes an article's page, of what is published or, for a preview, of a draft.</summary>
public sealed class ArticlePages(Newspaper newspaper, StoryViews stories, StoryPictures pictures, PublicBodies bodies, IStoryLikeness likeness, NamedInBodies named, PaperOrigin origin, TimeProvider clock)
{
    // Of those that are alike some may be sponsored, or stand there already.
    private const int MostRelated = 4, MostAlike = 8;

    /// <summary>The page everybody gets: of a story that is not open to all, its beginning.</summary>
    public Task<PaperPage> OfAsync(Article article, Edition edition, string address, CancellationToken stop) => PublishedAsync(article, edition, address, null, stop);

    /// <summary>All of it, for one reader who may read it. Never for a page that is stored.</summary>
    /// <param name="key">What a member's forms carry, by one of which she gives the story away; empty: she is none.</param>
    public Task<PaperPage> WholeAsync(Article article, Edition edition, string address, string key, CancellationToken stop) => PublishedAsync(article, edition, address, key, stop);

    private async Task<PaperPage> PublishedAsync(Article article, Edition edition, string address, string? wholeBy, CancellationToken stop)
    {
        var version = await newspaper.ArticleVersions.AsNoTracking().ByRows("article_versions").SingleAsync(row => row.Id == article.PublishedVersionId, stop);
        return await OfAsync(article, version.Content, edition, address, stop, wholeBy: wholeBy);
    }

    /// <summary>The draft's page, for whoever writes it: out of search engines, told of to nobody, counted nowhere.</summary>
    /// <param name="article">Untracked, after <see cref="Article.ShowAsPreview"/>.</param>
    public async Task<PaperPage> PreviewAsync(Article article, Edition edition, string address, CancellationToken stop) =>
        await PreviewAsync(article, article.Draft.Content, edition, address, stop);

    /// <summary>The same of any content: an old version.</summary>
    public async Task<PaperPage> PreviewAsync(Article article, ArticleContent content, Edition edition, string address, CancellationToken stop) =>
        await OfAsync(article, content, edition, address, stop, isPreview: true);

    private async Task<PaperPage> OfAsync(Article article, ArticleContent content, Edition edition, string address, CancellationToken stop, bool isPreview = false, string? wholeBy = null)
    {
        var paper = edition.ForPaper();
        var isTakenBack = article.IsTakenBack;
        var all = isTakenBack ? PublishedDocument.Nothing : content.Body.ForPublication();
        var (body, access) = isPreview || wholeBy is not null ? (all, Access.Open) : await bodies.OfAsync(article, all, stop);
        var contributors = await stories.ContributorsAsync(article.Bylines, stop);
        var shown = await pictures.LoadAsync(PicturesOf(article, body, contributors), stop);
        var section = (await newspaper.SectionsOfAsync(article.EditionId, stop)).Find(row => row.Id == article.SectionId);

        var renderer = await RendererAsync(article, body, paper, shown, stop);
        var place = await newspaper.PlaceInSeriesAsync(article, clock.GetUtcNow(), isPreview, stop);
        var view = new ArticleView(article, isPreview)
        {
            Dateline = isTakenBack ? "" : content.Dateline,
            Body = new Markup(renderer.Render(body)),
            Blocks = () => Task.FromResult(BlockView.Of(body, renderer)),
            Paragraphs = body.Content.Count(block => block is Paragraph),
            Section = section is null ? null : new SectionView(section, paper),
            Bylines = BylineView.Of(article.Bylines, contributors, paper),
            Authors = AuthorsOf(article, contributors, shown, paper),
            Picture = isTakenBack ? null : shown.ForArticle(article.LeadPicture, edition.Language, article.PublishedAt, article.SectionId),
            Topics = await TopicsAsync(article, paper, stop),
            Series = place is null ? null : new SeriesPlaceView(place, paper, await stories.OfAsync([.. new[] { place.Previous, place.Next }.OfType<Article>()], paper, stop)),
            Access = access,
            GiveAwayKey = wholeBy ?? "",
            ReadOn = access == Access.Open ? null : paper.Personal($"/members/story/{article.PublicId}"),
        };
        return new PaperPage(paper, "article", new ArticlePageView(view, () => newspaper.BesideAsync(() => RelatedAsync(article, content, place, paper, stop))), HeadOf(article, content, view, body, address, isPreview))
        {
            // What adds to a head by its subject (data for search engines) is for stories that are out.
            Subject = isPreview ? null : article,
            Section = article.SectionId,
            Shown = new HashSet<long> { article.Id },
            IsSensitive = article.IsSensitive,
            IsSponsored = article.Kind == ArticleKind.Sponsored,
        };
    }

    private async Task<PageRenderer> RendererAsync(Article article, PublishedDocument body, PaperEdition edition, LoadedPictures shown, CancellationToken stop)
    {
        return new PageRenderer(await named.LoadAsync(body.References, shown, edition, article.PublishedAt, stop))
        {
            LinkRelation = article.Kind == ArticleKind.Sponsored ? "sponsored" : null,
            OwnHost = Uri.TryCreate(origin.Origin, UriKind.Absolute, out var own) ? own.Host : null,
        };
    }

    // What the editors chose, then what is about the same, then the newest of its section. Beside something sensitive nothing stands by itself.
    private async Task<IReadOnlyList<StoryView>> RelatedAsync(Article article, ArticleContent content, PlaceInSeries? place, PaperEdition edition, CancellationToken stop)
    {
        var order = content.Related.ToList();
        var chosen = (await stories.NamedAsync([.. order.Where(id => id != article.PublicId)], edition, stop)).OrderBy(story => order.IndexOf(story.Shown.PublicId)).ToList();
        if (chosen.Count >= MostRelated || article.IsSensitive || article.SectionId is not { } section) return chosen;

        // Those beside it in its series stand above.
        var there = chosen.Select(story => story.ArticleId).Concat(new[] { article.Id, place?.Previous?.Id ?? 0, place?.Next?.Id ?? 0 }).ToHashSet();
        var others = newspaper.Articles.AsNoTracking().Published(clock.GetUtcNow()).InEdition(article.EditionId).ByRows("articles").Where(row => row.Kind != ArticleKind.Sponsored);
        var like = (await likeness.LikeAsync(article, MostAlike, stop)).Where(id => !there.Contains(id)).Take(MostRelated - chosen.Count).ToList();
        var found = like.Count == 0 ? [] : (await others.Where(row => like.Contains(row.Id)).ToListAsync(stop)).OrderBy(row => like.IndexOf(row.Id)).ToList();
        // One that was taken back may come again.
        if (found.Count < like.Count) newspaper.ReadsList(ArticleLists.Latest(article.EditionId));
        there.UnionWith(found.Select(row => row.Id));
        if (chosen.Count + found.Count < MostRelated)
        {
            newspaper.ReadsList(ArticleLists.InSection(section));
            found.AddRange(await others.Where(row => row.SectionId == section && !there.Contains(row.Id)).LatestFirst().Take(MostRelated - chosen.Count - found.Count).ToListAsync(stop));
        }
        return [.. chosen, .. await stories.OfAsync(found, edition, stop)];
    }

    private async Task<IReadOnlyList<TopicView>> TopicsAsync(Article article, PaperEdition edition, CancellationToken stop)
    {
        var ids = article.Topics.Select(row => row.TopicId).ToList();
        if (ids.Count == 0) return [];

        var topics = await newspaper.Topics.AsNoTracking().ByRows("topics").Where(topic => ids.Contains(topic.Id)).OrderBy(topic => topic.Name).ToListAsync(stop);
        return [.. topics.Select(topic => new TopicView(topic, edition))];
    }

    private PageHead HeadOf(Article article, ArticleContent content, ArticleView view, PublishedDocument body, string address, bool isPreview)
    {
        var hasCard = view.Picture is null && !isPreview && ShareCard.IsFor(article);
        return new()
        {
            Title = content.SearchTitle.Length > 0 ? content.SearchTitle : article.Headline,
            Description = content.SearchDescription.Length > 0 ? content.SearchDescription : article.Standfirst,
            Canonical = article.Source is { CanonicalUrl.Length: > 0 } source ? source.CanonicalUrl : origin.Whole(address),
            Robots = isPreview || article.IsHiddenFromSearchEngines || article.Withdrawal is not null ? "noindex" : "",
            Kind = "article",
            Picture = view.Picture is { } picture ? origin.Whole(picture.Src) : hasCard ? origin.Whole(address) + ShareCard.Ending : null,
            PictureAlt = view.Picture?.Alt ?? (hasCard ? article.Headline : null),
            PictureWidth = view.Picture?.Width ?? (hasCard ? Card.Width : 0),
            PictureHeight = view.Picture?.Height ?? (hasCard ? Card.Height : 0),
            HasText = body.Content.Count > 0,
        };
    }

    private static IEnumerable<Guid> PicturesOf(Article article, PublishedDocument body, IReadOnlyDictionary<Guid, Contributor> contributors) =>
        body.References.Pictures
            .Concat(contributors.Values.Select(contributor => contributor.Picture).OfType<Guid>())
            .Concat(article.LeadPicture is { } lead ? [lead.Picture] : []);

    private static List<AuthorView> AuthorsOf(Article article, IReadOnlyDictionary<Guid, Contributor> contributors, LoadedPictures shown, PaperEdition edition) =>
        [.. article.Bylines.Select(byline => byline.Contributor).OfType<Guid>().Distinct().Select(contributors.GetValueOrDefault).OfType<Contributor>()
            .Where(contributor => contributor.PrintedBio(edition.Code).Length > 0)
            .Select(contributor => Author(contributor, shown, edition))];

    internal static AuthorView Author(Contributor contributor, LoadedPictures shown, PaperEdition edition) => new(
        contributor.Id, contributor.PrintedName(edition.Code), contributor.PrintedBio(edition.Code), edition.At(PaperOrigin.Path("by", contributor.Slug)),
        contributor.Kind == ContributorKind.Desk, shown.Face(contributor.Picture, edition.Language));
}

/// <summary>The article's page: related stories are looked for when a template mentions them.</summary>
public sealed class ArticlePageView(ArticleView article, Func<Task<IReadOnlyList<StoryView>>> related) : View
{
    public ArticleView Article => article;
    public Func<Task<IReadOnlyList<StoryView>>> Related => related;
}
