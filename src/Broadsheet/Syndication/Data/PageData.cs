using System.Text.Json.Nodes;
using Broadsheet.Articles.Reading;
using Broadsheet.Contributors;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Paper.Views;

namespace Broadsheet.Syndication.Data;

/// <summary>Says what a page other than a story's is in schema.org's words. What search engines are not to list needs none.</summary>
public sealed class PageData(OrganisationData organisation, PaperOrigin origin) : HeadPart
{
    public override async ValueTask<Markup?> LoadAsync(PaperPage page, CancellationToken cancellation)
    {
        if (page.Status != StatusCodes.Status200OK || page.Head is not { Robots: "", Canonical.Length: > 0 } || page.Subject is Articles.Article) return null;
        if (page.Subject is Edition) return JsonLd.Scripts(Site(page.Edition), await organisation.OfAsync(page.Edition, cancellation));

        var way = JsonLd.Way((page.Edition.Name, origin.Whole(page.Edition.Home)), (page.Head.Title, page.Head.Canonical));
        return JsonLd.Scripts(page.Content switch
        {
            ContributorPageView view when page.Subject is Contributor who => Profile(page, who, view.Contributor),
            SectionPageView view => List(page, view.Stories),
            TopicPageView view => List(page, view.Stories),
            SeriesPageView view => List(page, view.Stories),
            LatestPageView view => List(page, view.Days.SelectMany(day => day.Stories)),
            _ when page.Template is "archive" or "popular" or "corrections" or "newsletters" => Page(page, "CollectionPage"),
            _ => Page(page, "WebPage"),
        }, way);
    }

    private JsonObject Site(PaperEdition edition)
    {
        var site = JsonLd.Named("WebSite", edition.Name);
        site["url"] = origin.Whole(edition.Home);
        site["inLanguage"] = edition.Language;
        site["publisher"] = new JsonObject { ["@id"] = $"{origin.Whole(edition.Home)}#organization" };
        if (edition.Tagline.Length > 0) site["description"] = edition.Tagline;
        return site;
    }

    private static JsonObject Page(PaperPage page, string type)
    {
        var data = JsonLd.Named(type, page.Head.Title);
        data["url"] = page.Head.Canonical;
        data["inLanguage"] = page.Edition.Language;
        if (page.Head.Description.Length > 0) data["description"] = page.Head.Description;
        return data;
    }

    private JsonObject List(PaperPage page, IEnumerable<StoryView> stories)
    {
        var data = Page(page, "CollectionPage");
        data["mainEntity"] = new JsonObject
        {
            ["@type"] = "ItemList",
            ["itemListElement"] = new JsonArray([.. stories.Select((story, place) => new JsonObject { ["@type"] = "ListItem", ["position"] = place + 1, ["url"] = origin.Whole(story.Href) })]),
        };
        return data;
    }

    private JsonObject Profile(PaperPage page, Contributor who, AuthorView shown)
    {
        var data = Page(page, "ProfilePage");
        var person = JsonLd.Named(who.Kind == ContributorKind.Desk ? "Organization" : "Person", shown.Name);
        person["url"] = page.Head.Canonical;
        if (shown.Bio.Length > 0) person["description"] = shown.Bio;
        if (shown.Picture is { } face) person["image"] = origin.Whole(face.Src);
        person[who.Kind == ContributorKind.Desk ? "parentOrganization" : "worksFor"] = new JsonObject { ["@type"] = "NewsMediaOrganization", ["name"] = page.Edition.Name, ["url"] = origin.Whole(page.Edition.Home) };
        data["mainEntity"] = person;
        return data;
    }
}
