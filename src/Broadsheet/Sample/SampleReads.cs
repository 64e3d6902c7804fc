using Broadsheet.Popularity;

namespace Broadsheet.Sample;

/// <summary>Spreads a story's reads over the hours since it went out, as readers do: most of them early.</summary>
internal static class SampleReads
{
    private const int Window = 7 * 24;

    // Half of the interest is gone after so many hours.
    private const double HalfLife = 10;

    internal static IEnumerable<ReadCount> Of(long article, DateTimeOffset published, DateTimeOffset now, long reads)
    {
        var (went, last) = (ReadCount.HourOf(published), ReadCount.HourOf(now));
        var first = Math.Max(went, last - Window + 1);
        var weights = Enumerable.Range(first, Math.Max(1, last - first + 1)).Select(hour => (Hour: hour, Weight: Math.Pow(0.5, (hour - went) / HalfLife))).ToList();
        var whole = weights.Sum(hour => hour.Weight);

        // What rounding leaves over goes to the next hour, so that the sum is what the story's file says.
        double due = 0;
        long given = 0;
        foreach (var (hour, weight) in weights)
        {
            due += reads * weight / whole;
            var here = (hour == weights[^1].Hour ? reads : (long)due) - given;
            given += here;
            if (here > 0) yield return new ReadCount(article, hour, here);
        }
    }
}
