using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Broadsheet.Articles;
using Broadsheet.Paper;
using Broadsheet.Syndication.Feeds;

namespace Broadsheet.Syndication.Ninjs;

/// <summary>Stories for other newsrooms' systems: one ninjs object of the type composite, whose associations are the stories.</summary>
internal sealed class NinjsFeed(Feed feed, PaperOrigin origin)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), WriteIndented = true };

    internal byte[] Write()
    {
        var (channel, items) = (feed.Channel, new NinjsItem(feed.Channel.Edition, origin, feed.Terms));
        return Bytes(new JsonObject
        {
            ["standard"] = NinjsItem.Standard(),
            ["uri"] = channel.Id,
            ["type"] = "composite",
            ["versionCreated"] = Rfc3339.Of(feed.Updated),
            ["pubStatus"] = "usable",
            ["language"] = channel.Edition.Language,
            ["headlines"] = new JsonArray(NinjsItem.Value("main", channel.Title)),
            ["descriptions"] = new JsonArray(NinjsItem.Value("summary", channel.Description)),
            ["renditions"] = new JsonArray(NinjsItem.Web(origin.Whole(channel.Home))),
            ["associations"] = new JsonArray([.. feed.Entries.Where(entry => entry.Story is { } story && MayLeave(story.Article)).Select(entry =>
            {
                var item = items.Of(entry, entry.Story!);
                item.Insert(0, "name", entry.Title);
                return item;
            })]),
        });
    }

    /// <summary>Whether a story’s source lets others print it.</summary>
    internal static bool MayLeave(Article article) => article.Source?.Withheld.Contains(Channel.Republish) != true;

    internal static byte[] Bytes(JsonObject json) => JsonSerializer.SerializeToUtf8Bytes(json, Readable);
}
