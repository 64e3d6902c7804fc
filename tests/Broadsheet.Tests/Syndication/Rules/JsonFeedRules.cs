using System.Text.Json.Nodes;

namespace Broadsheet.Tests.Syndication.Rules;

/// <summary>JSON Feed 1.1 (jsonfeed.org/version/1.1).</summary>
internal static class JsonFeedRules
{
    private static readonly HashSet<string> Known = ["id", "url", "external_url", "title", "content_html", "content_text", "summary", "image", "banner_image", "date_published", "date_modified", "authors", "author", "tags", "language", "attachments"];

    public static IReadOnlyList<Rule<JsonObject>> All { get; } =
    [
        new("JSON Feed 1.1, version", feed => Text(feed, "version") == "https://jsonfeed.org/version/1.1" ? [] : ["version"], feed => feed["version"] = "1.1"),
        new("JSON Feed 1.1, title", feed => Text(feed, "title").Length > 0 ? [] : ["title"], feed => feed.Remove("title")),
        new("JSON Feed 1.1, items is an array", feed => feed["items"] is JsonArray ? [] : ["items"], feed => feed["items"] = new JsonObject()),
        new("JSON Feed 1.1, addresses of the feed are whole", feed => new[] { "home_page_url", "feed_url", "next_url", "icon" }.Where(name => feed[name] is not null && !Rules.IsWholeAddress(Text(feed, name))), feed => feed["feed_url"] = "/feed.json"),
        new("JSON Feed 1.1, feed_url must not be next_url", feed => feed["next_url"] is not null && Text(feed, "next_url") == Text(feed, "feed_url") ? ["next_url"] : [], feed => feed["next_url"] = Text(feed, "feed_url")),
        new("JSON Feed 1.1, id: a string of each item", feed => Items(feed).Where(item => Text(item, "id").Length == 0).Select(item => item.ToJsonString()), feed => Items(feed).First()["id"] = 7),
        new("JSON Feed 1.1, id: unique", feed => RssRules.Twice(Items(feed).Select(item => Text(item, "id"))), feed => ((JsonArray)feed["items"]!).Add(Items(feed).First().DeepClone())),
        new("JSON Feed 1.1, content_html or content_text", feed => Items(feed).Where(item => Text(item, "content_html").Length + Text(item, "content_text").Length == 0).Select(item => Text(item, "id")), feed => { foreach (var name in new[] { "content_html", "content_text" }) Items(feed).First().Remove(name); }),
        new("JSON Feed 1.1, content_text is plain", feed => Items(feed).Where(item => Text(item, "content_text").Contains("</", StringComparison.Ordinal)).Select(item => Text(item, "id")), feed => Items(feed).First()["content_text"] = "<p>a</p>"),
        new("JSON Feed 1.1, addresses of items are whole", feed => Items(feed).SelectMany(item => new[] { "url", "external_url", "image", "banner_image" }.Where(name => item[name] is not null && !Rules.IsWholeAddress(Text(item, name)))), feed => Items(feed).First()["url"] = "/city"),
        new("JSON Feed 1.1, dates are of RFC 3339", feed => Items(feed).SelectMany(item => new[] { "date_published", "date_modified" }.Where(name => item[name] is not null && !AtomRules.IsRfc3339(Text(item, name)))), feed => Items(feed).First()["date_published"] = "yesterday"),
        new("JSON Feed 1.1, an author says something of itself", feed => Items(feed).Append(feed).SelectMany(part => part["authors"] as JsonArray ?? []).Where(one => one is not JsonObject who || Text(who, "name").Length + Text(who, "url").Length + Text(who, "avatar").Length == 0).Select(one => $"{one}"), feed => feed["authors"] = new JsonArray(new JsonObject())),
        new("JSON Feed 1.1, tags are strings", feed => Items(feed).SelectMany(item => item["tags"] as JsonArray ?? []).Where(tag => tag?.GetValueKind() != System.Text.Json.JsonValueKind.String).Select(tag => $"{tag}"), feed => Items(feed).First()["tags"] = new JsonArray(1)),
        new("JSON Feed 1.1, an attachment has url and mime_type", feed => Items(feed).SelectMany(item => item["attachments"] as JsonArray ?? []).Where(one => !Rules.IsWholeAddress(Text((JsonObject)one!, "url")) || !RssRules.IsMediaType(Text((JsonObject)one!, "mime_type"))).Select(one => $"{one}"), feed => Items(feed).First()["attachments"] = new JsonArray(new JsonObject { ["url"] = "https://a.example/a.mp3" })),
        new("JSON Feed 1.1, a hub has type and url", feed => (feed["hubs"] as JsonArray ?? []).Where(one => Text((JsonObject)one!, "type").Length == 0 || !Rules.IsWholeAddress(Text((JsonObject)one!, "url"))).Select(one => $"{one}"), feed => feed["hubs"] = new JsonArray(new JsonObject { ["url"] = "https://hub.example/" })),
        new("JSON Feed 1.1, names of extensions begin with an underscore", feed => Items(feed).SelectMany(item => item.Select(pair => pair.Key)).Where(name => !name.StartsWith('_') && !Known.Contains(name)), feed => Items(feed).First()["standfirst"] = "x"),
        new("JSON Feed, content is safe and has whole addresses", feed => Items(feed).SelectMany(item => HtmlInFeeds.Dangers(Text(item, "content_html")).Concat(HtmlInFeeds.RelativeAddresses(Text(item, "content_html")))), feed => Items(feed).First()["content_html"] = "<a href=\"/a\" onclick=\"b()\">c</a>"),
    ];

    private static IEnumerable<JsonObject> Items(JsonObject feed) => (feed["items"] as JsonArray)?.OfType<JsonObject>().ToList() ?? [];

    private static string Text(JsonObject part, string name) => part[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
}
