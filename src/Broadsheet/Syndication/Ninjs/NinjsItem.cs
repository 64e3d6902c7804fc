using System.Globalization;
using System.Text.Json.Nodes;
using Broadsheet.Articles;
using Broadsheet.Document.Rendering;
using Broadsheet.Paper;
using Broadsheet.Syndication.Feeds;
using Broadsheet.Trust.Machines;

namespace Broadsheet.Syndication.Ninjs;

/// <summary>A story in the words of IPTC's ninjs 3.0 (News in JSON; iptc.org/standards/ninjs).</summary>
internal sealed class NinjsItem(PaperEdition edition, PaperOrigin origin, MachineTerms? terms = null)
{
    public JsonObject Of(FeedEntry entry, FeedStory story)
    {
        var (article, content) = (story.Article, story.Version.Content);
        var item = new JsonObject
        {
            ["uri"] = entry.Id,
            ["type"] = "text",
            ["representationType"] = story.IsWhole && entry.Html is not null ? "full" : "partial",
            ["version"] = story.Version.Number.ToString(CultureInfo.InvariantCulture),
            ["firstCreated"] = Rfc3339.Of(entry.Published),
            ["versionCreated"] = Rfc3339.Of(entry.Updated),
            ["pubStatus"] = "usable",
            ["language"] = edition.Language,
            ["title"] = entry.Title,
            ["headlines"] = Headlines(article.Headline, article.ShortHeadline),
            ["subjects"] = Subjects(story),
            ["copyrightHolder"] = edition.Name,
            ["copyrightNotice"] = $"© {entry.Published.Year.ToString(CultureInfo.InvariantCulture)} {edition.Name}",
            ["altIds"] = new JsonArray(new JsonObject { ["role"] = "web", ["value"] = entry.Link }),
            ["renditions"] = new JsonArray(Web(entry.Link)),
        };
        if (entry.Summary.Length > 0) item["descriptions"] = new JsonArray(Value("summary", entry.Summary, "text/plain"));
        if (entry.Html is { } html) item["bodies"] = Bodies(html, story);
        if (entry.People.Count > 0) (item["by"], item["people"]) = (string.Join(", ", entry.People.Select(person => person.Printed)), People(entry));
        if (story.Label.Length > 0) item["genres"] = new JsonArray(new JsonObject { ["name"] = story.Label });
        if (content.Dateline.Length > 0) (item["located"], item["places"]) = (content.Dateline, new JsonArray(new JsonObject { ["name"] = content.Dateline, ["rel"] = "located" }));
        if (article.Source is { Credit.Length: > 0 } source) item["infoSources"] = new JsonArray(new JsonObject { ["name"] = source.Credit, ["role"] = "credit" });
        if (article.RightsEnd is { } end) item["expires"] = Rfc3339.Of(end);
        if (terms is { IsStated: true }) AddRights(item, terms);
        if (NinjsPictures.Of(story, edition, origin) is { Count: > 0 } pictures) item["associations"] = pictures;
        return item;
    }

    private static JsonArray Headlines(string main, string brief) => brief.Length > 0 && brief != main ? [Value("main", main), Value("short", brief)] : [Value("main", main)];

    private static JsonArray Bodies(string html, FeedStory story)
    {
        var text = new PlainTextRenderer(NoParts.Instance).Render(story.Body);
        var words = Article.WordsIn(story.Body);
        return
        [
            new JsonObject { ["role"] = "main", ["contentType"] = "text/html", ["wordCount"] = words, ["value"] = html },
            new JsonObject { ["role"] = "main", ["contentType"] = "text/plain", ["wordCount"] = words, ["value"] = text },
        ];
    }

    private static JsonArray Subjects(FeedStory story) =>
    [
        new JsonObject { ["name"] = story.Section, ["rel"] = "section" },
        .. story.Topics.Select(topic => new JsonObject { ["name"] = topic.Name, ["rel"] = "about", ["uri"] = FeedId.Of($"topic/{topic.PublicId}"), ["literal"] = topic.Slug }),
    ];

    private JsonArray People(FeedEntry entry) => [.. entry.People.Select(person =>
    {
        var who = new JsonObject { ["name"] = person.Name, ["rel"] = person.IsAuthor ? "author" : person.Role };
        if (person.Address is { } page) who["uri"] = origin.Whole(page);
        return who;
    })];

    private void AddRights(JsonObject item, MachineTerms stated)
    {
        item["rightsInfo"] = new JsonObject { ["langId"] = "https://rslstandard.org/rsl", ["linkedRights"] = origin.Whole(MachineTerms.Licence) };
        if (stated.Terms.Length > 0) item["usageTerms"] = stated.Terms;
    }

    internal static JsonObject Standard() => new() { ["name"] = "ninjs", ["version"] = "3.0", ["schema"] = "http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json#" };

    internal static JsonObject Web(string page) => new() { ["name"] = "web", ["href"] = page, ["contentType"] = "text/html" };

    internal static JsonObject Value(string role, string value, string? type = null)
    {
        var json = new JsonObject { ["role"] = role };
        if (type is not null) json["contentType"] = type;
        json["value"] = value;
        return json;
    }
}
