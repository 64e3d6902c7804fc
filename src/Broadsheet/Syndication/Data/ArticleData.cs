using System.Text.Json.Nodes;
using Broadsheet.Articles;
using Broadsheet.Articles.Reading;
using Broadsheet.Contributors;
using Broadsheet.Corrections;
using Broadsheet.Paper;
using Broadsheet.Paper.Views;
using Broadsheet.Pictures;
using Broadsheet.Storage;
using Broadsheet.Topics;
using Broadsheet.Translations.Reading;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Syndication.Data;

/// <summary>Says what a story is in schema.org's words, in the head of its page.</summary>
public sealed class ArticleData(Newspaper newspaper, StoryViews stories, StoryPictures pictures, OrganisationData organisation, StorySets sets, PaperOrigin origin) : HeadPart
{
    public override async ValueTask<Markup?> LoadAsync(PaperPage page, CancellationToken cancellation)
    {
        if (page is not { Subject: Article { IsPublished: true } article, Content: ArticlePageView { Article: var shown } }) return null;

        var contributors = await stories.ContributorsAsync(article.Bylines, cancellation);
        var data = Of(article, shown, page, contributors, await organisation.OfAsync(page.Edition, cancellation));
        if (await ImagesAsync(article, page.Edition, cancellation) is { Count: > 0 } images) data["image"] = images;
        AddCorrections(data, await newspaper.CorrectionsOf(article.Id).ToListAsync(cancellation), article, page.Edition);
        AddTranslations(data, article, await sets.OfAsync(article, cancellation));
        return JsonLd.Scripts(data, Way(article, shown, page));
    }

    private JsonObject Of(Article article, ArticleView shown, PaperPage page, IReadOnlyDictionary<Guid, Contributor> contributors, JsonObject publisher)
    {
        var data = new JsonObject
        {
            ["@type"] = TypeOf(article.Kind),
            ["headline"] = article.Headline,
            ["mainEntityOfPage"] = new JsonObject { ["@type"] = "WebPage", ["@id"] = page.Head.Canonical },
            ["url"] = page.Head.Canonical,
            ["inLanguage"] = page.Edition.Language,
            ["datePublished"] = JsonLd.Date(article.PublishedAt!.Value, page.Edition),
            ["dateModified"] = JsonLd.Date(article.UpdatedAt ?? article.PublishedAt.Value, page.Edition),
            ["wordCount"] = article.Words,
            ["isAccessibleForFree"] = shown.ReadOn is null,
            ["author"] = People(article, contributors, page.Edition, isAuthor: true) is { Count: > 0 } people ? people : new JsonArray(JsonLd.Named("Organization", page.Edition.Name)),
            ["publisher"] = publisher,
        };
        // What stands under the last element of the page is for those who may; the class is the theme's (docs/theming.md).
        if (shown.ReadOn is not null) data["hasPart"] = new JsonObject { ["@type"] = "WebPageElement", ["isAccessibleForFree"] = false, ["cssSelector"] = ".read-on" };
        if (article.Standfirst.Length > 0) data["description"] = article.Standfirst;
        if (shown.Section is { } section) data["articleSection"] = section.Name;
        if (shown.Topics.Count > 0) data["keywords"] = new JsonArray([.. shown.Topics.Select(topic => (JsonNode)topic.Name)]);
        AddSeries(data, shown);
        if (About(shown) is { Count: > 0 } about) data["about"] = about;
        if (People(article, contributors, page.Edition, isAuthor: false) is { Count: > 0 } others) data["contributor"] = others;
        if (article.Kind == ArticleKind.Sponsored && article.Payer.Length > 0) data["sponsor"] = JsonLd.Named("Organization", article.Payer);
        return data;
    }

    private void AddSeries(JsonObject data, ArticleView shown)
    {
        if (shown.Series is not { } place) return;
        var series = JsonLd.Named("CreativeWorkSeries", place.Series.Name);
        series["url"] = origin.Whole(place.Series.Href);
        data["isPartOf"] = series;
        data["position"] = place.Number;
    }

    // Whom or what a story is about, where an editor has said so of its topic; a subject is a keyword and no more.
    private JsonArray About(ArticleView shown) => new([.. shown.Topics.Where(topic => topic.Shown.Kind != TopicKind.Subject).Select(topic =>
    {
        var named = JsonLd.Named(topic.Shown.Kind switch { TopicKind.Person => "Person", TopicKind.Place => "Place", _ => "Organization" }, topic.Name);
        named["url"] = origin.Whole(topic.Href);
        if (topic.Shown.Website.Length > 0) named["sameAs"] = topic.Shown.Website;
        return (JsonNode)named;
    })]);

    private JsonObject Way(Article article, ArticleView shown, PaperPage page)
    {
        var steps = new List<(string, string)> { (page.Edition.Name, origin.Whole(page.Edition.Home)) };
        if (shown.Section is { } section) steps.Add((section.Name, origin.Whole(section.Href)));
        return JsonLd.Way([.. steps, (article.Headline, page.Head.Canonical)]);
    }

    // An update is the story going on; the others are the paper putting something right, and schema.org has a word for that.
    private static void AddCorrections(JsonObject data, List<Correction> corrections, Article article, PaperEdition edition)
    {
        if (corrections.Count == 0) return;
        var changed = corrections.Max(row => row.ChangedAt);
        if (changed > (article.UpdatedAt ?? article.PublishedAt)) data["dateModified"] = JsonLd.Date(changed, edition);
        var comments = corrections.Where(row => row.IsInLedger).Select(row => (JsonNode)new JsonObject
        {
            ["@type"] = "CorrectionComment",
            ["text"] = row.Text,
            ["datePublished"] = JsonLd.Date(row.MadeAt, edition),
            ["dateModified"] = JsonLd.Date(row.ChangedAt, edition),
        }).ToArray();
        if (comments.Length > 0) data["correction"] = new JsonArray(comments);
    }

    // Both ways, and only to what readers find: a translation names its original, an original its translations.
    private void AddTranslations(JsonObject data, Article article, StorySet set)
    {
        var works = set.Stories.Where(story => story.Article.Id != article.Id && (set.Own is null || story.Article.Id == set.Source?.Id)).Select(story => (JsonNode)new JsonObject
        {
            ["@type"] = TypeOf(story.Article.Kind),
            ["@id"] = origin.Whole(story.Path),
            ["url"] = origin.Whole(story.Path),
            ["headline"] = story.Article.Headline,
            ["inLanguage"] = story.Edition.Language,
        }).ToArray();
        if (works.Length == 0) return;
        if (set.Own is null) data["workTranslation"] = new JsonArray(works);
        else data["translationOfWork"] = works[0];
    }

    private static string TypeOf(ArticleKind kind) => kind switch
    {
        ArticleKind.Analysis => "AnalysisNewsArticle",
        ArticleKind.Opinion or ArticleKind.Editorial or ArticleKind.Letter => "OpinionNewsArticle",
        ArticleKind.Review => "ReviewNewsArticle",
        ArticleKind.Satire => "SatiricalArticle",
        ArticleKind.Sponsored => "AdvertiserContentArticle",
        ArticleKind.PressRelease => "Article",
        _ => "NewsArticle",
    };

    // Whoever has a role in the byline ("translated by") did something else than write it.
    private JsonArray People(Article article, IReadOnlyDictionary<Guid, Contributor> contributors, PaperEdition edition, bool isAuthor)
    {
        var people = new JsonArray();
        foreach (var byline in article.Bylines.Where(byline => byline.Role.Length == 0 == isAuthor))
        {
            // The name and the link are the page's own: somebody hidden is not here, a pen name stays one.
            if (BylineView.Of([byline], contributors, edition) is not [var printed]) continue;
            var isDesk = byline.Contributor is { } id && contributors.GetValueOrDefault(id)?.Kind == ContributorKind.Desk;
            var who = JsonLd.Named(isDesk ? "Organization" : "Person", printed.Name);
            if (printed.Href is { } href) who["url"] = origin.Whole(href);
            people.Add(who);
        }
        return people;
    }

    // Google wants all three proportions; each is cut around the picture's focal point.
    private async Task<JsonArray> ImagesAsync(Article article, PaperEdition edition, CancellationToken stop)
    {
        if (article.LeadPicture is not { } lead || (await pictures.LoadAsync([lead], stop)).Find(lead, article.SectionId) is not var (picture, use)) return [];
        var (credit, caption) = (picture.Credit.Print(edition.Language), string.IsNullOrEmpty(use.Caption) ? picture.Caption : use.Caption);
        return new JsonArray([.. new[] { RenditionShape.SixteenToNine, RenditionShape.FourToThree, RenditionShape.Square }.Select(shape =>
        {
            var (address, width, height) = PictureView.JpegOf(picture, shape, 1280);
            var image = new JsonObject { ["@type"] = "ImageObject", ["url"] = origin.Whole(address), ["width"] = width, ["height"] = height };
            if (credit.Length > 0) image["creditText"] = credit;
            if (caption.Length > 0) image["caption"] = caption;
            return image;
        })]);
    }
}
