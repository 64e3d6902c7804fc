using Broadsheet.Topics;
using Broadsheet.Articles;
using Broadsheet.Articles.Reading;
using Broadsheet.Document;
using Broadsheet.Document.Rendering;
using Broadsheet.Editions;
using Broadsheet.Embeds;
using Broadsheet.Files;
using Broadsheet.Paper;
using Broadsheet.Sections;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Syndication.Feeds;

/// <summary>Makes stories ready for feeds: those of which the source lets feeds have the text, with as much of it as is for everybody.</summary>
internal sealed class FeedStories(
    Newspaper newspaper, StoryViews views, StoryPictures pictures, PublicBodies publicBodies, AllowedEmbeds embeds, ReaderWords words, PaperOrigin origin, TimeProvider clock)
{
    // What a source withholds stands in JSON, which no query looks into.
    private const int Searched = 4 * ArchivePart.Length;

    /// <summary>The newest of a list that feeds may have, as many as a feed holds, and all that were looked through for them.</summary>
    public async Task<(IReadOnlyList<Article> Shown, IReadOnlyList<Article> Looked)> NewestAsync(IQueryable<Article> list, CancellationToken stop)
    {
        var looked = await list.AsNoTracking().Take(Searched).ToListAsync(stop);
        return ([.. looked.Where(MayShow).Take(ArchivePart.Length)], looked);
    }

    public bool MayShow(Article article) => article.Source?.Allows(Channel.Feed, clock.GetUtcNow()) != false;

    /// <summary>These stories in their order, without those that are not for feeds.</summary>
    public async Task<IReadOnlyList<FeedEntry>> OfAsync(IEnumerable<Article> published, Edition edition, CancellationToken stop)
    {
        var paper = edition.ForPaper();
        var articles = published.Where(MayShow).ToDictionary(article => article.Id);
        var stories = await views.OfAsync([.. articles.Values], paper, stop);
        var bodies = await BodiesAsync(articles, stop);

        var shown = (await pictures.LoadAsync(bodies.Values.SelectMany(one => one.Body.References.Pictures).Concat(articles.Values.Select(article => article.LeadPicture?.Picture).OfType<Guid>()), stop)).ForOthers();
        var linked = (await views.NamedAsync(bodies.Values.SelectMany(one => one.Body.References.Articles).Distinct().ToList(), paper, stop)).ToDictionary(story => Guid.Parse(story.Id));
        var files = await newspaper.Files.ByPublicIdAsync(bodies.Values.SelectMany(one => one.Body.References.Files).ToHashSet(), stop);
        var allowed = await embeds.ReadAsync(stop);
        var topics = await TopicsAsync(articles.Keys, stop);
        var hasText = (await newspaper.SettingOfAsync<FeedTerms>(edition.Id, stop)).Value.HasFullText;

        return [.. stories.Where(story => bodies.ContainsKey(story.ArticleId)).Select(story =>
        {
            var (article, (version, body, access)) = (articles[story.ArticleId], bodies[story.ArticleId]);
            // "Opinion", "Sponsored"; none for news.
            var label = story.KindLabel.Length == 0 ? "" : words.Say(paper, story.KindLabel);
            return new FeedEntry
            {
                Id = FeedId.Of(story.Id),
                Title = story.Headline,
                Link = origin.Whole(story.Href),
                Published = story.Published,
                Updated = story.Updated ?? story.Published,
                Summary = story.Standfirst,
                Html = hasText ? new FeedRenderer(new BodyParts(shown, linked, files, allowed, paper, article.PublishedAt), new Uri(origin.Origin)).Render(body) : null,
                People = [.. story.Bylines.Select(byline => new FeedPerson(byline.Name, byline.Role, byline.Href))],
                Categories = [.. label.Length > 0 ? [label] : Array.Empty<string>(), story.Section.Name, .. topics[article.Id].Select(topic => topic.Name)],
                Picture = PictureOf(article, shown, edition),
                Story = new(article, version, body, access == Access.Open, story.Section.Name, label, [.. topics[article.Id]], shown),
                Sounds = !hasText ? [] : [.. body.References.Files.Select(files.GetValueOrDefault).OfType<StoredFile>().Where(file => file.Kind.IsAudio()).Select(file => new FeedSound(origin.Whole(file.Url), file.Kind.MediaType(), file.Length))],
            };
        })];
    }

    private async Task<Dictionary<long, (ArticleVersion Version, PublishedDocument Body, Access Access)>> BodiesAsync(Dictionary<long, Article> articles, CancellationToken stop)
    {
        var versionIds = articles.Values.Select(article => article.PublishedVersionId).ToList();
        var bodies = new Dictionary<long, (ArticleVersion, PublishedDocument, Access)>();
        foreach (var version in await newspaper.ArticleVersions.AsNoTracking().ByRows("article_versions").Where(version => versionIds.Contains(version.Id) && version.ContentJson != null).ToListAsync(stop))
        {
            var (body, access) = await publicBodies.OfAsync(articles[version.ArticleId], version.Content.Body.ForPublication(), stop);
            bodies[version.ArticleId] = (version, body, access);
        }
        return bodies;
    }

    // Whoever gives a story other topics changes its row, too.
    private async Task<ILookup<long, Topics.Topic>> TopicsAsync(IReadOnlyCollection<long> articles, CancellationToken stop)
    {
        var rows = await newspaper.Set<ArticleTopic>().AsNoTracking().ByRows("article_topics").Where(row => articles.Contains(row.ArticleId)).ToListAsync(stop);
        var ids = rows.Select(row => row.TopicId).ToHashSet();
        var found = ids.Count == 0 ? [] : await newspaper.Topics.AsNoTracking().ByRows("topics").Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, stop);
        return rows.Where(row => found.ContainsKey(row.TopicId)).OrderBy(row => found[row.TopicId].Name, StringComparer.Ordinal).ToLookup(row => row.ArticleId, row => found[row.TopicId]);
    }

    // What may not be shown on the paper's own pages, or not be handed on, is not shown here.
    private FeedPicture? PictureOf(Article article, LoadedPictures shown, Edition edition)
    {
        if (shown.Find(article.LeadPicture, article.SectionId) is not var (picture, use)) return null;
        var view = Pictures.PictureView.Of(picture, edition.Language, caption: use.Caption, altText: use.AltText.Length > 0 ? use.AltText : null, published: article.PublishedAt);
        return new(origin.Whole(view.Url), view.Width, view.Height, view.AltText, view.Caption, view.Credit);
    }
}
