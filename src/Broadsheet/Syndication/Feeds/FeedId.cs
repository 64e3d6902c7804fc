namespace Broadsheet.Syndication.Feeds;

/// <summary>The names by which subscribers know things: tag URIs (RFC 4151), free of host and slug.</summary>
internal static class FeedId
{
    public static string Of(string thing) => $"tag:broadsheet,2026:{thing}";

    /// <summary>When a UUIDv7 was made (RFC 9562, 5.7): of an edition or a section no other moment is known.</summary>
    public static DateTimeOffset MomentOf(Guid id) =>
        DateTimeOffset.FromUnixTimeSeconds(Convert.ToInt64(id.ToString("N")[..12], 16) / 1000) is var moment && id.Version == 7 ? moment : DateTimeOffset.UnixEpoch;
}
