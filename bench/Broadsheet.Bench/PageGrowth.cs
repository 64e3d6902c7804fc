using System.Diagnostics;
using System.Globalization;
using Broadsheet.Articles;
using Broadsheet.Machine;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Bench;

public sealed record PageFigures(string Page, double SmallMilliseconds, double LargeMilliseconds)
{
    public double Growth => LargeMilliseconds / SmallMilliseconds;
}

/// <summary>The same pages of a small and a large paper, asked for in turns, so that a busy machine slows both alike.</summary>
public static class PageGrowth
{
    private const int Times = 100;

    // The runtime compiles once more what is asked for again and again, in each process at another time (decision 57).
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(60);

    /// <param name="papers">Keeps the filled papers there and takes those it finds.</param>
    public static async Task<List<PageFigures>> RunAsync(int small, int large, string? papers, Action<string> say)
    {
        var folder = papers ?? Directory.CreateTempSubdirectory("broadsheet-pages-").FullName;
        try
        {
            var (smallFolder, largeFolder) = (await FilledAsync(folder, small), await FilledAsync(folder, large));
            // Without the store, which would give the page of the first time again.
            await using var smallPaper = await PaperProcess.StartAsync(smallFolder, settings: ("Press:MemoryMegabytes", "0"));
            await using var largePaper = await PaperProcess.StartAsync(largeFolder, settings: ("Press:MemoryMegabytes", "0"));

            var pages = (await PathsAsync(smallFolder)).Zip(await PathsAsync(largeFolder), (one, other) => (one.Page, Path: one.Path, LargePath: other.Path)).ToList();
            for (var watch = Stopwatch.StartNew(); watch.Elapsed < WarmUp;)
                foreach (var (_, path, largePath) in pages) await BothAsync(path, largePath);

            var figures = new List<PageFigures>();
            foreach (var (page, path, largePath) in pages)
            {
                var (ofSmall, ofLarge) = (new List<double>(), new List<double>());
                for (var time = 0; time < Times; time++)
                {
                    var (one, other) = await BothAsync(path, largePath);
                    ofSmall.Add(one);
                    ofLarge.Add(other);
                }
                var found = new PageFigures(page, Median(ofSmall), Median(ofLarge));
                figures.Add(found);
                say(string.Create(CultureInfo.InvariantCulture, $"{page}: {found.SmallMilliseconds:0.00} ms of {small} articles, {found.LargeMilliseconds:0.00} ms of {large}, ratio {found.Growth:0.00}"));
            }
            return figures;

            async Task<(double Small, double Large)> BothAsync(string path, string largePath) => (await TimeAsync(smallPaper.Client, path), await TimeAsync(largePaper.Client, largePath));
        }
        finally
        {
            if (papers is null) Directory.Delete(folder, recursive: true);
        }
    }

    internal static async Task<string> FilledAsync(string folder, int articles)
    {
        var data = Path.Combine(folder, articles.ToString(CultureInfo.InvariantCulture));
        if (!Directory.Exists(data)) await PaperProcess.CommandAsync("sample", "--articles", $"{articles}", "--data", data);
        return data;
    }

    private static async Task<(string Page, string Path)[]> PathsAsync(string data)
    {
        await using var app = Program.Build(new MachineSettings { Data = data });
        await using var scope = app.Services.CreateAsyncScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();
        var section = await newspaper.Sections.OrderBy(row => row.Position).FirstAsync();
        var slug = await newspaper.Articles.Where(row => row.SectionId == section.Id).OrderByDescending(row => row.PublishedAt).Select(row => row.Slug).FirstAsync();
        return [("article", $"/{section.Slug}/{slug}"), ("section", $"/{section.Slug}"), ("front", "/")];
    }

    private static async Task<double> TimeAsync(HttpClient client, string path)
    {
        var watch = Stopwatch.GetTimestamp();
        await client.GetByteArrayAsync(new Uri(path, UriKind.Relative));
        return Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
