using System.Diagnostics;
using System.Globalization;

namespace Broadsheet.Bench;

/// <param name="Small">The 95th percentile of the small paper.</param>
public sealed record SearchFigures(double Small, double Large, double MedianSmall, double MedianLarge)
{
    internal string Line => string.Create(CultureInfo.InvariantCulture, $"result: p95_ms={Large:0.0} growth={Large / Small:0.00}");
}

/// <summary>Promise 36: the same questions of a small and of a large paper in turns, over HTTP, each made anew.</summary>
internal static class SearchBench
{
    private const int WarmUps = 2;

    // Words of half the archive, of a tenth, of one story; phrases, filters, a typing mistake, another page.
    private static readonly string[] Questions =
    [
        "q=council", "q=harbour wall", "q=harbour", "q=engineers", "q=\"night buses\"", "q=\"before the winter\" -council", "q=treasurer minutes", "q=bridge&order=newest", "q=mayor section:city",
        "q=teachers school meals", "q=fishing quota&section=harbour", "q=tram line vote&page=2", "q=concil", "q=harbuor wal", "q=orchestra pays", "q=judge after:2026", "q=farmers before:2026-10", "q=777", "q=ferry company rewrites library",
        "q=decision spring", "q=breakwater&page=5", "q=doctors hospital wing debate", "q=zebra", "q=story with one vote",
    ];

    internal static async Task<SearchFigures> RunAsync(int small, int large, int rounds, string? papers, Action<string> say)
    {
        var folder = papers ?? Directory.CreateTempSubdirectory("broadsheet-search-").FullName;
        try
        {
            var (smallFolder, largeFolder) = (await PageGrowth.FilledAsync(folder, small), await PageGrowth.FilledAsync(folder, large));
            await using var smallPaper = await PaperProcess.StartAsync(smallFolder);
            await using var largePaper = await PaperProcess.StartAsync(largeFolder);
            var (ofSmall, ofLarge) = (new List<double>(), new List<double>());
            for (var round = 0; round < WarmUps + rounds; round++)
            {
                foreach (var question in Questions)
                {
                    var path = "/search?" + question.Replace(" ", "%20", StringComparison.Ordinal).Replace("\"", "%22", StringComparison.Ordinal);
                    var (one, other) = (await TimeAsync(smallPaper.Client, path), await TimeAsync(largePaper.Client, path));
                    if (round < WarmUps) continue;
                    ofSmall.Add(one);
                    ofLarge.Add(other);
                    if (round == WarmUps) say(string.Create(CultureInfo.InvariantCulture, $"{question}: {one:0.0} ms of {small} articles, {other:0.0} ms of {large}"));
                }
            }
            return new(At(ofSmall, 0.95), At(ofLarge, 0.95), At(ofSmall, 0.5), At(ofLarge, 0.5));
        }
        finally
        {
            if (papers is null) Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> TimeAsync(HttpClient client, string path)
    {
        var watch = Stopwatch.GetTimestamp();
        await client.GetByteArrayAsync(new Uri(path, UriKind.Relative));
        return Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
    }

    private static double At(List<double> times, double share) => times.Order().ElementAt((int)(times.Count * share));
}
