using System.Diagnostics;
using System.Globalization;

namespace Broadsheet.Bench;

public sealed record OutageFigures(int Seconds, long Pages, long Failed, double BackAfterSeconds);

/// <summary>Promise 10: PostgreSQL is stopped while readers ask for pages that were made, and started again.</summary>
internal static class Outage
{
    internal static async Task<OutageFigures> RunAsync(int seconds, Action<string> say)
    {
        var folder = Directory.CreateTempSubdirectory("broadsheet-outage-").FullName;
        await using var postgres = await PostgresServer.StartAsync(syncs: true);
        await postgres.ExecuteAsync("CREATE DATABASE paper");
        var database = postgres.ConnectionTo("paper");
        try
        {
            await PaperProcess.CommandAsync("sample", "--articles", "1000", "--data", folder, "--database", database);
            await using var node = await PaperProcess.StartAsync(folder, settings: ("Database", database));
            var paths = await BenchPaper.ArticlesAsync(new() { Data = folder, Database = database }, 200);
            paths.AddRange(["/", "/latest", "/city", "/feed.xml"]);
            foreach (var path in paths) await node.Client.GetStringAsync(new Uri(path, UriKind.Relative));

            await using var crowd = new Crowd([node.Client], paths, 500);
            await postgres.StopAsync();
            var (before, failed) = (crowd.Pages, crowd.Failed);
            await Task.Delay(TimeSpan.FromSeconds(seconds));
            var (pages, wrong) = (crowd.Pages - before, crowd.Failed - failed);
            say($"{pages} pages in {seconds} s without a database, {wrong} of them failed");

            await postgres.StartAgainAsync();
            var watch = Stopwatch.StartNew();
            while (!(await node.Client.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode) await Task.Delay(20);
            say(string.Create(CultureInfo.InvariantCulture, $"ready again {watch.Elapsed.TotalSeconds:0.0} s after the database"));
            return new(seconds, pages, wrong, watch.Elapsed.TotalSeconds);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
