using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Broadsheet.Paper;

namespace Broadsheet.Syndication.Feeds;

/// <summary>JSON Feed 1.1 (jsonfeed.org).</summary>
internal sealed class JsonFeed(Feed feed, PaperOrigin origin)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), WriteIndented = true };

    internal byte[] Write()
    {
        var (channel, archive) = (feed.Channel, feed.Archive);
        var json = new JsonObject
        {
            ["version"] = "https://jsonfeed.org/version/1.1",
            ["title"] = channel.Title,
            ["home_page_url"] = origin.Whole(channel.Home),
            ["feed_url"] = origin.Whole(archive.Here is { } here ? channel.AddressOf(here, FeedFormat.Json) : channel.AddressIn(FeedFormat.Json)),
            ["description"] = channel.Description,
            ["language"] = channel.Edition.Language,
            ["authors"] = new JsonArray(Author(new(channel.Edition.Name, "", origin.Whole(channel.Edition.Home)))),
        };
        if (archive.Previous is { } previous) json["next_url"] = origin.Whole(channel.AddressOf(previous, FeedFormat.Json));
        if (feed.Hubs.Count > 0) json["hubs"] = new JsonArray([.. feed.Hubs.Select(hub => new JsonObject { ["type"] = "WebSub", ["url"] = hub })]);
        json["items"] = new JsonArray([.. feed.Entries.Select(Item)]);
        return Encoding.UTF8.GetBytes(json.ToJsonString(Readable));
    }

    private JsonObject Item(FeedEntry entry)
    {
        var item = new JsonObject
        {
            ["id"] = entry.Id,
            ["url"] = entry.Link,
            ["title"] = entry.Title,
            ["date_published"] = Rfc3339.Of(entry.Published),
        };
        if (entry.Updated > entry.Published) item["date_modified"] = Rfc3339.Of(entry.Updated);
        if (entry.Summary.Length > 0) item["summary"] = entry.Summary;
        // An item must have a text of one of the two kinds.
        if (entry.Html is { Length: > 0 } html) item["content_html"] = html;
        else item["content_text"] = entry.Summary.Length > 0 ? entry.Summary : entry.Title;
        if (entry.People.Count > 0) item["authors"] = new JsonArray([.. entry.People.Select(Author)]);
        if (entry.Categories.Count > 0) item["tags"] = new JsonArray([.. entry.Categories.Select(category => (JsonNode)category)]);
        if (entry.Picture is { } picture) AddPicture(item, picture);
        if (entry.Sounds.Count > 0) item["attachments"] = new JsonArray([.. entry.Sounds.Select(sound => new JsonObject { ["url"] = sound.Address, ["mime_type"] = sound.MediaType, ["size_in_bytes"] = sound.Length })]);
        return item;
    }

    private JsonObject Author(FeedPerson person)
    {
        var author = new JsonObject { ["name"] = person.Printed };
        if (person.Address is { } address) author["url"] = origin.Whole(address);
        return author;
    }

    // The format has no word for who took it; names that begin with an underscore are for what it has no word for.
    private static void AddPicture(JsonObject item, FeedPicture picture)
    {
        item["image"] = picture.Address;
        item["_picture"] = new JsonObject { ["about"] = "https://www.rssboard.org/media-rss", ["credit"] = picture.Credit, ["description"] = picture.Caption, ["text"] = picture.AltText };
    }
}
