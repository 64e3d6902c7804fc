using Broadsheet.Storage.Changes;

namespace Broadsheet.Popularity;

/// <summary>How often a story was read in one hour. Nothing here says by whom.</summary>
[StaysInNewsroom]
public sealed class ReadCount(long articleId, int hour, long reads)
{
    public long ArticleId { get; private set; } = articleId;

    /// <summary>Whole hours since 1970 in UTC: a number, so that decay is plain arithmetic in both databases.</summary>
    public int Hour { get; private set; } = hour;

    public long Reads { get; private set; } = reads;

    public static int HourOf(DateTimeOffset instant) => (int)(instant.ToUnixTimeSeconds() / 3600);
}
