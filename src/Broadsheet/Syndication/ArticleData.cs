using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Broadsheet.Articles;
using Broadsheet.Articles.Reading;
using Broadsheet.Contributors;
using Broadsheet.Corrections;
using Broadsheet.Paper;
using Broadsheet.Paper.Views;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Syndication;

/// <summary>Says what a story is in schema.org's words (JSON-LD), in the head of its page.</summary>
public sealed class ArticleData(Newspaper newspaper, StoryViews stories, IPaperLook looks, PaperOrigin origin) : HeadPart
{
    // Every letter as it is, except those that could end the script element: this encoder always writes < > & as \u003C …
    private static readonly JsonSerializerOptions Safe = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public override async ValueTask<Markup?> LoadAsync(PaperPage page, CancellationToken cancellation)
    {
        if (page is not { Subject: Article { IsPublished: true } article, Content: ArticlePageView { Article: var shown } }) return null;

        var contributors = await stories.ContributorsAsync(article.Bylines.Select(byline => byline.Contributor).OfType<Guid>().ToHashSet(), cancellation);
        var data = Of(article, shown, page, contributors, await looks.ReadAsync(cancellation));
        var corrections = await newspaper.CorrectionsOf(article.Id).ToListAsync(cancellation);
        AddCorrections(data, corrections, article, page.Edition);
        return new Markup($"<script type=\"application/ld+json\">{data.ToJsonString(Safe)}</script>");
    }

    private JsonObject Of(Article article, ArticleView shown, PaperPage page, IReadOnlyDictionary<Guid, Contributor> contributors, PaperLook look)
    {
        var zone = ZoneOf(page.Edition);
        var data = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = TypeOf(article.Kind),
            ["headline"] = article.Headline,
            ["mainEntityOfPage"] = page.Head.Canonical,
            ["inLanguage"] = page.Edition.Language,
            ["datePublished"] = Date(article.PublishedAt!.Value, zone),
            ["dateModified"] = Date(article.UpdatedAt ?? article.PublishedAt.Value, zone),
            ["wordCount"] = article.Words,
            ["isAccessibleForFree"] = shown.ReadOn is null,
            ["author"] = People(article, contributors, page.Edition, isAuthor: true),
            ["publisher"] = Publisher(page.Edition, look),
        };
        if (article.Standfirst.Length > 0) data["description"] = article.Standfirst;
        if (shown.Section is { } section) data["articleSection"] = section.Name;
        if (shown.Picture is { } picture) data["image"] = new JsonArray(Image(picture));
        if (People(article, contributors, page.Edition, isAuthor: false) is { Count: > 0 } others) data["contributor"] = others;
        if (article.Kind == ArticleKind.Sponsored && article.Payer.Length > 0) data["sponsor"] = Named("Organization", article.Payer);
        return data;
    }

    // An update is the story going on; the others are the paper putting something right, and schema.org has a word for that.
    private static void AddCorrections(JsonObject data, List<Correction> corrections, Article article, PaperEdition edition)
    {
        if (corrections.Count == 0) return;
        var zone = ZoneOf(edition);
        var changed = corrections.Max(row => row.ChangedAt);
        if (changed > (article.UpdatedAt ?? article.PublishedAt)) data["dateModified"] = Date(changed, zone);
        var comments = corrections.Where(row => row.IsInLedger).Select(row => (JsonNode)new JsonObject
        {
            ["@type"] = "CorrectionComment",
            ["text"] = row.Text,
            ["datePublished"] = Date(row.MadeAt, zone),
            ["dateModified"] = Date(row.ChangedAt, zone),
        }).ToArray();
        if (comments.Length > 0) data["correction"] = new JsonArray(comments);
    }

    private static TimeZoneInfo ZoneOf(PaperEdition edition) => TimeZoneInfo.TryFindSystemTimeZoneById(edition.TimeZone, out var known) ? known : TimeZoneInfo.Utc;

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
            var who = Named(isDesk ? "Organization" : "Person", printed.Name);
            if (printed.Href is { } href) who["url"] = origin.Whole(href);
            people.Add(who);
        }
        return people;
    }

    private JsonObject Publisher(PaperEdition edition, PaperLook look)
    {
        var publisher = Named("NewsMediaOrganization", edition.Name);
        publisher["url"] = origin.Whole(edition.Home);
        if (look.Logo is { } logo) publisher["logo"] = new JsonObject { ["@type"] = "ImageObject", ["url"] = origin.Whole(logo) };
        return publisher;
    }

    private JsonObject Image(PictureOnPageView picture)
    {
        var image = new JsonObject { ["@type"] = "ImageObject", ["url"] = origin.Whole(picture.Src), ["width"] = picture.Width, ["height"] = picture.Height };
        if (picture.Credit.Length > 0) image["creditText"] = picture.Credit;
        return image;
    }

    private static JsonObject Named(string type, string name) => new() { ["@type"] = type, ["name"] = name };

    private static string Date(DateTimeOffset moment, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(moment, zone).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
