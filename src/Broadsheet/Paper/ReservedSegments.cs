using System.Collections.Frozen;

namespace Broadsheet.Paper;

/// <summary>
/// The first segments of an address that belong to the program. A section, a plain page or an edition with
/// such a slug could never be reached, so none may be called so. One list, for all who must ask.
/// </summary>
public static class ReservedSegments
{
    private static readonly FrozenSet<string> Reserved = new[]
    {
        "account", "ads.txt", "api", "archive", "assets", "by", "by-mail", "copies", "corrections", "country", "cover.png", "day-heads.txt", "feed", "feed.atom", "feed.json", "feed.xml", "feeds", "favicon.ico", "files", "front-page", "give", "health", "icon.svg",
        "humans.txt", "indexnow.txt", "latest", "llms.txt", "manifest.webmanifest", "media", "members", "news-sitemap.xml", "newsletter",
        "newsletters", "newsroom", "oembed", "opensearch.xml", "pictures", "popular", "preview", "reads", "robots.txt", "search",
        "security.txt", "seen", "series", "set-up", "setup", "share", "sign-in", "sign-out", "sitemap", "sitemap.xml", "sponsor", "static", "subscribe",
        "support", "supporters", "theme", "topic", "topics", "trust", "trust.txt", "unsubscribe", "webhooks", "write", ".well-known",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Those of the program's segments behind which the paper's own pages stand.
    private static readonly FrozenSet<string> OfPaper = new[]
    {
        ".well-known", "ads.txt", "archive", "by", "corrections", "cover.png", "favicon.ico", "feed", "feed.atom", "feed.json", "icon.svg", "indexnow.txt", "latest", "newsletters", "popular", "robots.txt", "security.txt", "series", "support", "supporters", "topic", "trust", "trust.txt",
    }.ToFrozenSet(StringComparer.Ordinal);

    // Made for one reader, so never stored. They stand at one address for all editions; the query says in which one's language.
    private static readonly FrozenSet<string> OfReader = new[] { "account", "by-mail", "give", "members", "sign-in", "unsubscribe", "write" }.ToFrozenSet(StringComparer.Ordinal);

    // Made of what somebody asks, of which there is no end: of the paper, but never stored.
    private static readonly FrozenSet<string> OfQuestions = new[] { "search" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether an address that begins so answers a question: it belongs to an edition, and the press keeps none.</summary>
    public static bool IsQuestion(ReadOnlySpan<char> segment) => OfQuestions.GetAlternateLookup<ReadOnlySpan<char>>().Contains(segment);

    /// <summary>Whether an address that begins so is a page for one reader alone: of the paper, but not for the press.</summary>
    public static bool IsPersonal(string segment) => OfReader.Contains(segment);

    /// <summary>Whether an address that begins so is read as the paper's: a front page, a section, an edition, a list.</summary>
    public static bool IsPaper(ReadOnlySpan<char> segment) =>
        segment.EndsWith(".xml", StringComparison.Ordinal)
        || OfPaper.GetAlternateLookup<ReadOnlySpan<char>>().Contains(segment)
        || !Reserved.GetAlternateLookup<ReadOnlySpan<char>>().Contains(segment);

    public static bool Contains(string segment) => Reserved.Contains(segment);

    public static IEnumerable<string> All => Reserved;
}
