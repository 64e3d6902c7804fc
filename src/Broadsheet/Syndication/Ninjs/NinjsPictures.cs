using System.Text.Json.Nodes;
using Broadsheet.Articles;
using Broadsheet.Paper;
using Broadsheet.Pictures;
using Broadsheet.Syndication.Feeds;

namespace Broadsheet.Syndication.Ninjs;

/// <summary>A story's pictures as its associations, each with who made it, under what it may be printed, and files to fetch. What may not be handed on is not here.</summary>
internal static class NinjsPictures
{
    private const int Large = 1920, Small = 480;

    public static JsonArray Of(FeedStory story, PaperEdition edition, PaperOrigin origin) =>
        [.. story.Pictures.OfStory(story.Article.LeadPicture, story.Article.SectionId, story.Body).Select(one => Of(one.Picture, one.Use, one.IsLead ? "lead" : "body", edition, origin))];

    private static JsonObject Of(Picture picture, PictureUse use, string place, PaperEdition edition, PaperOrigin origin)
    {
        var (caption, credit) = (use.Caption.Length > 0 ? use.Caption : picture.Caption, picture.Credit.Print(edition.Language));
        var item = new JsonObject
        {
            ["name"] = picture.Headline.Length > 0 ? picture.Headline : caption.Length > 0 ? caption : place,
            ["rel"] = place,
            ["uri"] = FeedId.Of($"picture/{picture.PublicId}"),
            ["type"] = "picture",
            ["pubStatus"] = "usable",
            ["language"] = edition.Language,
            ["renditions"] = new JsonArray(Rendition("main", Large), Rendition("thumbnail", Small)),
        };
        var descriptions = new JsonArray();
        if (caption.Length > 0) descriptions.Add(NinjsItem.Value("caption", caption, "text/plain"));
        if ((use.AltText.Length > 0 ? use.AltText : picture.AltText) is { Length: > 0 } text) descriptions.Add(NinjsItem.Value("altText", text, "text/plain"));
        if (descriptions.Count > 0) item["descriptions"] = descriptions;
        if (picture.Credit.Creator is { Length: > 0 } creator) item["by"] = creator;
        if (credit.Length > 0) item["infoSources"] = new JsonArray(new JsonObject { ["name"] = credit, ["role"] = "credit" });
        if (picture.Copyright.Length > 0) item["copyrightNotice"] = picture.Copyright;
        if (picture.Licence.Length > 0) item["usageTerms"] = picture.Licence;
        if (picture.Place.Length > 0) (item["located"], item["places"]) = (picture.Place, new JsonArray(new JsonObject { ["name"] = picture.Place, ["rel"] = "located" }));
        if (picture.TakenOn is { } day) item["contentCreated"] = Rfc3339.Of(new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));
        if (picture.RightsEnd is { } end) item["expires"] = Rfc3339.Of(end);
        return item;

        JsonNode Rendition(string name, int most)
        {
            var (address, width, height) = PictureView.JpegOf(picture, RenditionShape.Whole, most);
            return new JsonObject { ["name"] = name, ["href"] = origin.Whole(address), ["contentType"] = "image/jpeg", ["width"] = width, ["height"] = height };
        }
    }
}
