using System.Diagnostics;
using System.Globalization;
using Broadsheet.Articles;
using Broadsheet.Bench.Press;
using Broadsheet.Popularity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Bench;

/// <param name="PublishQuietMilliseconds">From asking to publish to the answer, with nobody reading: the median.</param>
public sealed record ReadsFigures(int Seconds, long Sent, long Counted, double PublishQuietMilliseconds, double PublishBusyMilliseconds)
{
    internal string Line => string.Create(CultureInfo.InvariantCulture,
        $"result: per_second={(double)Sent / Seconds:0} lost_pct={100.0 * (Sent - Counted) / Sent:0.00} publish_slowdown={PublishBusyMilliseconds / PublishQuietMilliseconds:0.00}");
}

/// <summary>Promise 38: beacons of readers who are all new, as browsers send them, while stories are published.</summary>
internal static class ReadsBench
{
    private const int Connections = 64;
    private const int Stories = 200;

    // Each beacon is another reader: the address is what a proxy says, since all of them come from this machine.
    private const string Script = """
        local ids = { @IDS@ }
        local reader = 0
        wrk.method = 'POST'
        wrk.headers['User-Agent'] = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
        wrk.headers['Sec-Fetch-Site'] = 'same-origin'
        wrk.headers['Content-Type'] = 'text/plain'
        wrk.headers['Host'] = 'paper.example'
        delay = function() return @DELAY@ end
        request = function()
          reader = reader + 1
          wrk.headers['X-Forwarded-For'] = string.format('10.%d.%d.%d', math.floor(reader / 65536) % 256, math.floor(reader / 256) % 256, reader % 256)
          return wrk.format(nil, '/reads', nil, ids[reader % #ids + 1])
        end
        """;

    internal static async Task<ReadsFigures> RunAsync(int perSecond, int seconds, Action<string> say)
    {
        var data = Directory.CreateTempSubdirectory("broadsheet-reads-").FullName;
        try
        {
            await PaperProcess.CommandAsync("sample", "--articles", "1000", "--data", data);
            var token = await PaperProcess.CommandAsync("token", "create", "--role", "editor", "--name", "bench", "--data", data);
            await using var paper = await PaperProcess.StartAsync(data, settings: [("Proxies", "127.0.0.1"), ("Paper:Address", "http://paper.example")]);
            var ids = await BenchPaper.AskAsync(new() { Data = data }, newspaper => newspaper.Articles.Where(row => row.PublishedAt != null).OrderByDescending(row => row.PublishedAt).Take(Stories).Select(row => row.PublicId).ToListAsync());
            var api = new ApiClient(paper.Client, token);
            await PublishingAsync(api, TimeSpan.FromSeconds(3));

            var quiet = await PublishingAsync(api, TimeSpan.FromSeconds(seconds));
            say(string.Create(CultureInfo.InvariantCulture, $"publishing with nobody reading: {quiet:0.0} ms"));
            var script = Path.Combine(data, "beacons.lua");
            await File.WriteAllTextAsync(script, Script
                .Replace("@IDS@", string.Join(", ", ids.Select(id => $"'{id}'")), StringComparison.Ordinal)
                .Replace("@DELAY@", (Connections * 1000 / perSecond).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
            var beacons = Wrk.RunAsync(null, new Uri(paper.Client.BaseAddress!, "/reads"), script, seconds);
            var busy = await PublishingAsync(api, TimeSpan.FromSeconds(seconds));
            var sent = (await beacons).Answered;
            say(string.Create(CultureInfo.InvariantCulture, $"publishing beside {sent / seconds} beacons a second: {busy:0.0} ms"));

            await Task.Delay(2 * ReadFlush.Every);
            var counted = await BenchPaper.AskAsync(new() { Data = data }, newspaper => newspaper.Set<ReadCount>().SumAsync(row => row.Reads));
            return new(seconds, sent, counted, quiet, busy);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<double> PublishingAsync(ApiClient api, TimeSpan time)
    {
        var times = new List<double>();
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < time; await Task.Delay(100))
        {
            var made = await api.MakeAsync($"Quay {times.Count} opens");
            var start = Stopwatch.GetTimestamp();
            await api.PublishAsync(made);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return times.Order().ElementAt(times.Count / 2);
    }
}
