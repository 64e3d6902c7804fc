using System.Globalization;

namespace Broadsheet.Bench;

public sealed record GrowthFigures(IReadOnlyList<PageFigures> Pages, IReadOnlyList<double> ReadySeconds)
{
    internal string Line => string.Create(CultureInfo.InvariantCulture,
        $"result: article={Pages[0].Growth:0.00} section={Pages[1].Growth:0.00} front={Pages[2].Growth:0.00} ready_s={ReadySeconds.Order().ElementAt(ReadySeconds.Count / 2):0.00}");
}

/// <summary>Promises 36 and 37: what a large archive costs the making of a page (<see cref="PageGrowth"/>) and a start.</summary>
internal static class Growth
{
    private const int Starts = 7;

    internal static async Task<GrowthFigures> RunAsync(int small, int large, string? papers, Action<string> say)
    {
        var folder = papers ?? Directory.CreateTempSubdirectory("broadsheet-growth-").FullName;
        try
        {
            var pages = await PageGrowth.RunAsync(small, large, folder, say);
            var program = await PublishedProgram.MakeAsync(Path.Combine(folder, "program"));
            var ready = new List<double>();
            for (var start = 0; start <= Starts; start++)
            {
                await using var paper = await PaperProcess.StartBuildAsync(program, Path.Combine(folder, large.ToString(CultureInfo.InvariantCulture)));
                // The first one reads the program from the disk.
                if (start == 0) continue;
                ready.Add(paper.ReadyAfter.TotalSeconds);
                say(string.Create(CultureInfo.InvariantCulture, $"ready {paper.ReadyAfter.TotalSeconds:0.00} s after its start with {large} articles"));
            }
            return new(pages, ready);
        }
        finally
        {
            if (papers is null) Directory.Delete(folder, recursive: true);
        }
    }
}
