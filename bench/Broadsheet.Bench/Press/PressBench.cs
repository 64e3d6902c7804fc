using System.Globalization;

namespace Broadsheet.Bench.Press;

/// <summary>One run of wrk: which page, which server, what it found.</summary>
/// <param name="Processor">What a request cost the server, in microseconds of its core: tells servers apart where wrk cannot ask any faster.</param>
public sealed record PressRound(int Round, string Page, string Server, WrkFigures Figures, double Processor);

public sealed record PressFigures(IReadOnlyList<PressRound> Rounds, long ResidentBytes)
{
    /// <summary>How we stand to a rival: the median of the rounds' ratios, each of two runs that stood side by side.</summary>
    public double Ratio(string page, string rival) => Ratio(page, rival, run => run.Figures.PerSecond);

    /// <summary>The same of requests a second of the server's processor.</summary>
    public double ProcessorRatio(string page, string rival) => Ratio(page, rival, run => 1 / run.Processor);

    private double Ratio(string page, string rival, Func<PressRound, double> figure) => Median(Rounds.Where(run => run.Page == page).GroupBy(run => run.Round)
        .Select(round => figure(round.Single(run => run.Server == PressBench.Ours)) / figure(round.Single(run => run.Server == rival))));

    /// <summary>What the bench ends with.</summary>
    internal string Line => string.Create(CultureInfo.InvariantCulture,
        $"result: article_vs_nginx={Ratio("article", PressBench.Nginx):0.00} front_vs_nginx={Ratio("front", PressBench.Nginx):0.00} mix_vs_nginx={Ratio("mix", PressBench.Nginx):0.00} article_vs_kestrel={Ratio("article", PressBench.Bare):0.00} article_cpu_vs_nginx={ProcessorRatio("article", PressBench.Nginx):0.00} article_cpu_vs_kestrel={ProcessorRatio("article", PressBench.Bare):0.00} rss_mb={ResidentBytes / 1048576.0:0}");

    private static double Median(IEnumerable<double> numbers) => numbers.Order().ToList() is var all ? all[all.Count / 2] : 0;
}

/// <summary>
/// Our server with everything it does, beside nginx and beside a bare Kestrel with the same bytes: each alone on one core, asked by wrk
/// on another, in turns.
/// </summary>
internal static class PressBench
{
    internal const string Ours = "broadsheet";
    internal const string Nginx = "nginx";
    internal const string Bare = "kestrel";
    private const int ServerCore = 0;
    private const int AskingCore = 1;

    /// <param name="warm">Seconds that each server is asked before anything counts. The runtime compiles what is hot again, beside the answers on the same core, and is done with the whole program after most of a minute.</param>
    internal static async Task<PressFigures> RunAsync(int articles, int rounds, int seconds, int warm, Action<string> say)
    {
        foreach (var needed in new[] { "nginx", "wrk", "taskset" })
            if (!IsThere(needed)) throw new InvalidOperationException($"This needs {needed}. On Debian: sudo apt-get install nginx-light wrk util-linux");

        var folder = Directory.CreateTempSubdirectory("broadsheet-press-").FullName;
        // Started by root, nginx reads as nobody.
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        try
        {
            return await RunAsync(folder, articles, rounds, seconds, warm, say);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<PressFigures> RunAsync(string folder, int articles, int rounds, int seconds, int warm, Action<string> say)
    {
        var (data, files) = (Path.Combine(folder, "data"), Path.Combine(folder, "nginx"));
        await PaperProcess.CommandAsync("sample", "--articles", $"{articles}", "--data", data);
        var program = await PublishedProgram.MakeAsync(Path.Combine(folder, "program"));
        var ports = new[] { PaperProcess.FreePort(), PaperProcess.FreePort(), PaperProcess.FreePort() };
        using var clients = new Clients(ports);

        await using var ours = new PinnedProcess(ServerCore, "dotnet", program, "serve", "--no-sample", "--data", data, "--urls", $"http://127.0.0.1:{ports[0]}");
        await ours.ReadyAsync(clients[0]);
        var paths = await BenchPaper.ArticlesAsync(new() { Data = data }, 500);
        await PageFiles.WriteAsync(clients[0], ["/", .. paths], files);

        Directory.CreateDirectory(Path.Combine(files, "temp"));
        await File.WriteAllTextAsync(Path.Combine(files, "nginx.conf"), (await File.ReadAllTextAsync("bench/nginx.conf")).Replace("@PORT@", $"{ports[1]}", StringComparison.Ordinal));
        await using var nginx = new PinnedProcess(ServerCore, "nginx", "-p", files + "/", "-c", Path.Combine(files, "nginx.conf"));
        await nginx.ReadyAsync(clients[1]);
        await using var bare = new PinnedProcess(ServerCore, "dotnet", typeof(PressBench).Assembly.Location, "bare-kestrel", $"{ports[2]}", files);
        await bare.ReadyAsync(clients[2]);

        var script = Path.Combine(folder, "mix.lua");
        await File.WriteAllTextAsync(script, Wrk.ScriptFor(paths));
        var servers = new[] { (Ours, 0, ours), (Nginx, 1, nginx), (Bare, 2, bare) };
        var pages = new[] { ("article", paths[0], null), ("front", "/", null), ("mix", "/", script) };
        var found = new List<PressRound>();
        foreach (var (_, at, _) in servers)
            foreach (var (_, path, asks) in pages) await Wrk.RunAsync(AskingCore, new Uri(clients[at].BaseAddress!, path), asks, Math.Max(1, warm / pages.Length));
        for (var round = 1; round <= rounds; round++)
        {
            foreach (var (page, path, asks) in pages)
            {
                // Who is first changes, since a machine gets tired and rested in waves.
                foreach (var (server, at, process) in servers.Skip(round % 3).Concat(servers.Take(round % 3)))
                {
                    var before = await process.ProcessorAsync();
                    var figures = await Wrk.RunAsync(AskingCore, new Uri(clients[at].BaseAddress!, path), asks, seconds);
                    var processor = (await process.ProcessorAsync() - before) / figures.Answered;
                    found.Add(new(round, page, server, figures, processor));
                    say(string.Create(CultureInfo.InvariantCulture, $"round {round} {page,-8} {server,-10} {figures.PerSecond,9:0} a second, p50 {figures.P50Milliseconds:0.00} ms, p99 {figures.P99Milliseconds:0.00} ms, {processor:0.0} µs of its core each"));
                }
            }
        }
        return new(found, await ours.ResidentAsync());
    }

    private static bool IsThere(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append("/usr/sbin").Any(folder => File.Exists(Path.Combine(folder, program)));

    private sealed class Clients(int[] ports) : IDisposable
    {
        private readonly HttpClient[] _clients = [.. ports.Select(port => new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") })];

        internal HttpClient this[int at] => _clients[at];

        public void Dispose() => Array.ForEach(_clients, client => client.Dispose());
    }
}
