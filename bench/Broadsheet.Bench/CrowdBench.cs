using System.Globalization;
using System.Net;
using Broadsheet.Machine;
using Broadsheet.Paper.Press;
using Broadsheet.Sample;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Broadsheet.Bench;

/// <param name="HitRate">Of requests for real pages in the middle of the crowd, the share that was answered from the store.</param>
/// <param name="Different">Answers to odd headers that were not byte for byte the page.</param>
/// <param name="Strangers">Requests for foreign hosts that were answered with anything but 421.</param>
public sealed record CrowdFigures(int Queries, double HitRate, double StoreMegabytes, double LimitMegabytes, int Different, int Strangers);

/// <summary>Promises 14 and 35: whoever asks for what and as whom, the store keeps the paper's pages and gives everybody the same.</summary>
internal static class CrowdBench
{
    private const int Articles = 1000;
    private const int Megabytes = 16;
    private const int Hands = 8;
    private const int ReadersEvery = 5;

    internal static async Task<CrowdFigures> RunAsync(int queries, int hosts, Action<string> say)
    {
        var data = Directory.CreateTempSubdirectory("broadsheet-crowd-").FullName;
        try
        {
            var machine = new MachineSettings { Data = data, Urls = "http://127.0.0.1:0", Press = new() { MemoryMegabytes = Megabytes } };
            await using var app = Program.Build(machine, builder => builder.Logging.SetMinimumLevel(LogLevel.Error));
            await app.PrepareAsync();
            await new FillPaper(app.Services.GetRequiredService<IServiceScopeFactory>(), TimeProvider.System).RunAsync(Articles);
            await app.StartAsync();
            using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
            var press = app.Services.GetRequiredService<PagePress>();
            List<string> real = ["/", "/latest", "/popular", "/city", .. await BenchPaper.ArticlesAsync(machine, 100)];
            foreach (var path in real) await client.GetStringAsync(new Uri(path, UriKind.Relative));

            var different = await DifferentAsync(client);
            say($"{OddRequests.Headers().Count()} odd headers: {different} answers were not the page");
            var strangers = await StrangersAsync(client, hosts);
            say($"{hosts} foreign hosts: {strangers} were answered");
            var (asked, hits) = await QueriesAsync(client, press, real, queries);
            say(string.Create(CultureInfo.InvariantCulture, $"{queries} random queries: {hits} of {asked} real pages came from the store, which holds {press.Store.Count} pages in {press.Store.Size / 1048576.0:0.0} of {Megabytes} MB"));
            return new(queries, (double)hits / asked, press.Store.Size / 1048576.0, Megabytes, different, strangers);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<int> DifferentAsync(HttpClient client)
    {
        var page = await client.GetByteArrayAsync(new Uri("/", UriKind.Relative));
        var different = 0;
        foreach (var (name, value) in OddRequests.Headers())
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/");
            request.Headers.TryAddWithoutValidation(name, value);
            using var answer = await client.SendAsync(request);
            if (!(await answer.Content.ReadAsByteArrayAsync()).SequenceEqual(page)) different++;
        }
        return different;
    }

    private static async Task<int> StrangersAsync(HttpClient client, int hosts)
    {
        var answered = 0;
        for (var host = 0; host < hosts; host++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = $"paper{host}.example" } };
            using var answer = await client.SendAsync(request);
            if (answer.StatusCode != HttpStatusCode.MisdirectedRequest) answered++;
        }
        return answered;
    }

    private static async Task<(int Asked, int Hits)> QueriesAsync(HttpClient client, PagePress press, List<string> real, int queries)
    {
        var (asked, hits) = (0, 0);
        await Task.WhenAll(Enumerable.Range(0, Hands).Select(hand => Task.Run(async () =>
        {
            var random = new Random(hand);
            for (var query = 0; query < queries / Hands; query++)
            {
                using (await client.GetAsync(new Uri(OddRequests.Path(random, real), UriKind.Relative))) { }
                if (query % ReadersEvery != 0) continue;

                var path = real[random.Next(real.Count)];
                Interlocked.Increment(ref asked);
                if (press.Find(path) is not null) Interlocked.Increment(ref hits);
                using (await client.GetAsync(new Uri(path, UriKind.Relative))) { }
            }
        })));
        return (asked, hits);
    }
}
