namespace Broadsheet.Popularity;

/// <summary>
/// Counts in memory what <see cref="ReadFlush"/> writes every few seconds. A read costs a hash and two look-ups and
/// never waits for the database, so that a crowd of readers cannot slow a publication.
/// </summary>
public sealed class ReadCounter(CountedOnce once)
{
    private const int MostStories = 20_000;

    internal Tally<(Guid Article, int Hour)> Reads { get; } = new(MostStories);

    public void Count(Guid article, HttpContext http)
    {
        if (once.At(http, article) is { } at) Reads.Add((article, ReadCount.HourOf(at)));
    }
}
