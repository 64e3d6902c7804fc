using System.Text;
using System.Text.Json.Nodes;
using Broadsheet.Paper;

namespace Broadsheet.Syndication.Pings;

/// <summary>What is sent to those who are told.</summary>
internal static class PingLetter
{
    /// <summary>The W3C leaves open how a publisher tells its hub; all known hubs take this, with any number of addresses.</summary>
    internal static HttpContent ToHub(IEnumerable<string> feeds) =>
        new FormUrlEncodedContent([new("hub.mode", "publish"), .. feeds.Select(feed => new KeyValuePair<string, string>("hub.url", feed))]);

    /// <summary>indexnow.org/documentation: a set of addresses of one host.</summary>
    internal static HttpContent ToEngines(IEnumerable<string> pages, IndexNow setting, PaperOrigin origin) => new StringContent(
        new JsonObject
        {
            ["host"] = new Uri(origin.Origin).Authority,
            ["key"] = setting.Key,
            ["keyLocation"] = origin.Whole(ReadIndexNowKey.Address),
            ["urlList"] = new JsonArray([.. pages.Select(page => (JsonNode)page)]),
        }.ToJsonString(), Encoding.UTF8, "application/json");
}
