using Broadsheet.Topics;
using Broadsheet.Articles;
using Broadsheet.Articles.Reading;
using Broadsheet.Contributors;
using Broadsheet.Corrections;
using Broadsheet.Document;
using Broadsheet.Document.Rendering;
using Broadsheet.Embeds;
using Broadsheet.Files;
using Broadsheet.Paper;
using Broadsheet.PublicApi.Things;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.PublicApi.Stories;

/// <summary>Makes one story with all that stands on its page. How much of its text is for everybody <see cref="PublicBodies"/> says, as on the page.</summary>
internal sealed class WholeStories(Newspaper newspaper, PublicStories stories, StoryViews views, PublicPictures pictures, PublicBodies bodies, AllowedEmbeds embeds, PaperOrigin origin, TimeProvider clock)
{
    /// <summary>Null: its section is gone, so it has no address.</summary>
    /// <param name="article">With its topics.</param>
    public async Task<WholeStory?> OfAsync(Article article, PaperEdition edition, CancellationToken stop)
    {
        if (await stories.OfAsync([article], edition, stop) is not [var card]) return null;

        var (content, body) = await TextAsync(article, stop);
        var access = await bodies.AccessAsync(article, stop);
        var people = await views.ContributorsAsync(article.Bylines, stop);
        var faces = await pictures.LoadAsync(people.Values.Select(one => one.Picture).OfType<Guid>(), stop);
        var isTakenBack = article.IsTakenBack;
        return new WholeStory
        {
            Id = card.Id,
            Url = card.Url,
            Edition = card.Edition,
            Language = card.Language,
            Headline = card.Headline,
            ShortHeadline = card.ShortHeadline,
            Standfirst = card.Standfirst,
            Kind = card.Kind,
            Label = card.Label,
            Payer = card.Payer,
            Section = card.Section,
            Bylines = card.Bylines,
            Picture = isTakenBack ? null : card.Picture,
            Published = card.Published,
            Updated = card.Updated,
            MoreFollows = card.MoreFollows,
            IsAccessibleForFree = card.IsAccessibleForFree,
            Dateline = isTakenBack || content.Dateline.Length == 0 ? null : content.Dateline,
            BodyHtml = await HtmlAsync(body, edition, stop, article),
            Body = body,
            Words = article.Words,
            ReadOn = access == Access.Open ? null : origin.Whole(edition.Personal($"/members/story/{article.PublicId}")),
            Notice = article.Withdrawal is { Kind: WithdrawalKind.Retraction } withdrawal ? withdrawal.Notice : null,
            Topics = await TopicsAsync(article, edition, stop),
            Series = await PartAsync(article, edition, stop),
            Authors = [.. AuthorsOf(article, people, edition).Select(one => PublicContributor.Of(one, edition, faces, origin))],
            Corrections = await CorrectionsAsync(article, edition, stop),
            Related = await RelatedAsync(article, content, edition, stop),
            SourceCredit = article.Source is { Credit.Length: > 0 } source ? source.Credit : null,
            Canonical = article.Source is { CanonicalUrl.Length: > 0 } original ? original.CanonicalUrl : card.Url,
            IsHiddenFromSearchEngines = article.IsHiddenFromSearchEngines || article.Withdrawal is not null,
            IsSensitive = article.IsSensitive,
            SearchTitle = content.SearchTitle.Length > 0 ? content.SearchTitle : article.Headline,
            SearchDescription = content.SearchDescription.Length > 0 ? content.SearchDescription : article.Standfirst,
        };
    }

    /// <summary>What was published, and as much of its text as is for everybody.</summary>
    public async Task<(ArticleContent Content, PublishedDocument Body)> TextAsync(Article article, CancellationToken stop)
    {
        var version = await newspaper.ArticleVersions.AsNoTracking().ByRows("article_versions").SingleAsync(row => row.Id == article.PublishedVersionId, stop);
        return (version.Content, article.IsTakenBack ? PublishedDocument.Nothing : (await bodies.OfAsync(article, version.Content.Body.ForPublication(), stop)).Body);
    }

    /// <summary>A text as the paper's own pages print it, with whole addresses.</summary>
    public async Task<string> HtmlAsync(PublishedDocument body, PaperEdition edition, CancellationToken stop, Article? article = null)
    {
        var linked = await views.NamedAsync(body.References.Articles, edition, stop);
        var shown = await pictures.LoadAsync(body.References.Pictures, stop);
        var files = await newspaper.Files.ByPublicIdAsync(body.References.Files, stop);
        var parts = new BodyParts(shown, linked.Where(story => stories.MayShow(story.Shown)).ToDictionary(story => story.Shown.PublicId), files, await embeds.ReadAsync(stop), edition, article?.PublishedAt);
        return new PageRenderer(new WholeAddresses(parts, origin))
        {
            LinkRelation = article?.Kind == ArticleKind.Sponsored ? "sponsored" : null,
            OwnAddress = new Uri(origin.Origin),
        }.Render(body);
    }

    private static IEnumerable<Contributor> AuthorsOf(Article article, IReadOnlyDictionary<Guid, Contributor> people, PaperEdition edition) =>
        article.Bylines.Select(byline => byline.Contributor).OfType<Guid>().Distinct().Select(people.GetValueOrDefault).OfType<Contributor>().Where(one => one.PrintedBio(edition.Code).Length > 0);

    private async Task<IReadOnlyList<PublicTopic>> TopicsAsync(Article article, PaperEdition edition, CancellationToken stop)
    {
        var ids = article.Topics.Select(row => row.TopicId).ToList();
        var topics = ids.Count == 0 ? [] : await newspaper.Topics.AsNoTracking().ByRows("topics").Where(topic => ids.Contains(topic.Id)).OrderBy(topic => topic.Name).ToListAsync(stop);
        return [.. topics.Select(topic => PublicTopic.Of(topic, edition, origin))];
    }

    private async Task<PublicPart?> PartAsync(Article article, PaperEdition edition, CancellationToken stop) =>
        await newspaper.PlaceInSeriesAsync(article, clock.GetUtcNow(), isPreview: false, stop) is not { } place ? null : new()
        {
            Series = PublicSeries.Of(place.Series, edition, origin),
            Position = place.Number,
            Total = place.Total,
            Previous = place.Previous is { } before && stories.MayShow(before) ? before.PublicId : null,
            Next = place.Next is { } after && stories.MayShow(after) ? after.PublicId : null,
        };

    private async Task<IReadOnlyList<PublicCorrection>> CorrectionsAsync(Article article, PaperEdition edition, CancellationToken stop)
    {
        var found = await newspaper.CorrectionsOf(article.Id).ToListAsync(stop);
        return [.. found.Select(correction => PublicCorrection.Of(correction, edition))];
    }

    private async Task<IReadOnlyList<PublicStory>> RelatedAsync(Article article, ArticleContent content, PaperEdition edition, CancellationToken stop)
    {
        var chosen = content.Related.Where(id => id != article.PublicId).ToList();
        var found = await views.NamedAsync(chosen, edition, stop);
        return await stories.OfAsync([.. found.OrderBy(story => chosen.IndexOf(story.Shown.PublicId))], edition, stop);
    }
}
