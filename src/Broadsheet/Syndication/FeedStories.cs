using System.Globalization;
using Broadsheet.Articles;
using Broadsheet.Articles.Reading;
using Broadsheet.Document;
using Broadsheet.Document.Rendering;
using Broadsheet.Editions;
using Broadsheet.Embeds;
using Broadsheet.Files;
using Broadsheet.Paper;
using Broadsheet.Paper.Themes;
using Broadsheet.Pictures;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Syndication;

/// <summary>A story as the feed prints it.</summary>
/// <param name="Html">The full text, every address in it absolute.</param>
/// <param name="Kind">The printed label ("Opinion", "Sponsored"); empty for news.</param>
internal sealed record FeedStory(Article Article, StoryView Story, string Html, string Kind, PictureView? Picture);

/// <summary>Finds what a feed may hold: of a list of what is published, that of which the source lets feeds have the text.</summary>
internal sealed class FeedStories(Newspaper newspaper, StoryViews views, StoryPictures pictures, PublicBodies publicBodies, AllowedEmbeds embeds, CurrentTheme theme, PaperOrigin origin, TimeProvider clock)
{
    private const int Length = 30;

    // What a source withholds stands in JSON, which no query looks into.
    private const int Searched = 4 * Length;

    /// <param name="published">In the order of the list.</param>
    public async Task<IReadOnlyList<FeedStory>> OfAsync(IQueryable<Article> published, Edition edition, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var newest = await published.AsNoTracking().Take(Searched).ToListAsync(stop);
        var articles = newest.Where(article => article.Source?.Allows(Channel.Feed, now) != false).Take(Length).ToDictionary(article => article.Id);

        var paper = edition.ForPaper();
        var stories = await views.OfAsync([.. articles.Values], paper, stop);
        var versionIds = articles.Values.Select(article => article.PublishedVersionId).ToList();
        var bodies = new Dictionary<long, PublishedDocument>();
        foreach (var version in await newspaper.ArticleVersions.AsNoTracking().ByRows("article_versions").Where(version => versionIds.Contains(version.Id) && version.ContentJson != null).ToListAsync(stop))
            bodies[version.ArticleId] = (await publicBodies.OfAsync(articles[version.ArticleId], version.Content.Body.ForPublication(), stop)).Body;

        var shown = (await pictures.LoadAsync(bodies.Values.SelectMany(body => body.References.Pictures).Concat(articles.Values.Select(article => article.LeadPicture?.Picture).OfType<Guid>()), stop)).ForOthers();
        var linkedIds = bodies.Values.SelectMany(body => body.References.Articles).Distinct().ToList();
        var linked = (await views.NamedAsync(linkedIds, paper, stop))
            .ToDictionary(story => Guid.Parse(story.Id));
        var files = await newspaper.Files.ByPublicIdAsync(bodies.Values.SelectMany(body => body.References.Files).ToHashSet(), stop);
        var allowed = await embeds.ReadAsync(stop);

        return [.. stories.Where(story => bodies.ContainsKey(story.ArticleId)).Select(story =>
        {
            var article = articles[story.ArticleId];
            var renderer = new FeedRenderer(new BodyParts(shown, linked, files, allowed, paper, article.PublishedAt), new Uri(origin.Origin));
            return new FeedStory(article, story, renderer.Render(bodies[article.Id]), LabelOf(story, edition), LeadOf(article, shown, edition));
        })];
    }

    // What may not be shown on the paper's own pages, or not be handed on, is not shown here.
    private static PictureView? LeadOf(Article article, LoadedPictures shown, Edition edition) =>
        shown.Find(article.LeadPicture, article.SectionId) is var (picture, use)
            ? PictureView.Of(picture, edition.Language, caption: use.Caption, altText: use.AltText.Length > 0 ? use.AltText : null, published: article.PublishedAt)
            : null;

    private string LabelOf(StoryView story, Edition edition) => story.KindLabel.Length == 0 ? ""
        : theme.Read().Strings.Find(edition.Language, story.KindLabel)!.Print(CultureInfo.InvariantCulture, _ => "", _ => 0);
}
