using Broadsheet.Paper;
using Broadsheet.Syndication.Ninjs;

namespace Broadsheet.Syndication.Feeds;

/// <summary>How a feed is written. The ending of its address says which.</summary>
internal sealed record FeedFormat(string Extension, string MediaType, Func<Feed, PaperOrigin, byte[]> Write)
{
    public static FeedFormat Rss { get; } = new("xml", "application/rss+xml", (feed, origin) => new RssFeed(feed, origin).Write());
    public static FeedFormat Atom { get; } = new("atom", "application/atom+xml", (feed, origin) => new AtomFeed(feed, origin).Write());
    public static FeedFormat Json { get; } = new("json", "application/feed+json", (feed, origin) => new JsonFeed(feed, origin).Write());

    /// <summary>For other newsrooms' systems; only stories have it.</summary>
    public static FeedFormat Ninjs { get; } = new("ninjs.json", "application/json", (feed, origin) => new NinjsFeed(feed, origin).Write());

    /// <summary>Those that a feed reader knows.</summary>
    public static IReadOnlyList<FeedFormat> All { get; } = [Rss, Atom, Json];

    public static IReadOnlyList<FeedFormat> OfStories { get; } = [.. All, Ninjs];

    /// <summary>The last part of a feed's address: "feed.atom".</summary>
    public string File => $"feed.{Extension}";

    public static FeedFormat? Named(string extension) => All.FirstOrDefault(format => format.Extension == extension);

    public IResult Answer(Feed feed, PaperOrigin origin) => MachineAnswer.Of(Write(feed, origin), $"{MediaType}; charset=utf-8");
}
