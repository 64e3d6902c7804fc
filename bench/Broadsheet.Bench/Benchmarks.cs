using System.Globalization;
using System.Text.Json;
using Broadsheet.Bench.Press;
using Broadsheet.Machine;

namespace Broadsheet.Bench;

/// <summary>What <c>bin/bench</c> can measure.</summary>
internal static class Benchmarks
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["crash", ..]:
                var crash = await CrashRounds.RunAsync(Number(args, "--rounds", 20), Number(args, "--seed", 1), Console.WriteLine);
                Save("crash", crash);
                Console.WriteLine($"result: rounds={crash.Rounds} lost={crash.Lost} integrity_errors={crash.IntegrityErrors}");
                return crash is { Lost: 0, IntegrityErrors: 0 } ? 0 : 1;
            case ["pages", ..]:
                var growth = await PageGrowth.RunAsync(Number(args, "--small", 1000), Number(args, "--large", 100_000), Text(args, "--papers"), Console.WriteLine);
                Save("pages", growth);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"result: article_growth={growth[0].Growth:0.00} section_growth={growth[1].Growth:0.00} front_growth={growth[2].Growth:0.00}"));
                return 0;
            case ["search", ..]:
                var search = await SearchBench.RunAsync(Number(args, "--small", 1000), Number(args, "--large", 100_000), Number(args, "--rounds", 20), Text(args, "--papers"), Console.WriteLine);
                Save("search", search);
                Console.WriteLine(search.Line);
                return 0;
            case ["freshness", ..]:
                var freshness = await FreshnessPaper.RunAsync(Number(args, "--articles", 1000), Number(args, "--edits", 100), Number(args, "--seed", 1), Console.WriteLine);
                Save("freshness", freshness);
                Console.WriteLine($"result: pages={freshness.Pages} edits={freshness.Edits} old={freshness.Old} remade={freshness.Remade} needless={freshness.Needless} typo_remade={freshness.TypoRemade}");
                return freshness.Old == 0 ? 0 : 1;
            case ["reading", ..]:
                var reading = await ReadingAsync(Number(args, "--times", 5));
                Save("reading", reading);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"result: article_lcp_ms={reading[0].LargestMilliseconds:0} front_lcp_ms={reading[1].LargestMilliseconds:0} cls={reading.Max(page => page.Shift):0.000}"));
                return 0;
            case ["truth", ..]:
                var truth = await Truth.RunAsync(Number(args, "--articles", 10_000), Number(args, "--stories", 100), Console.WriteLine);
                Save("truth", truth);
                Console.WriteLine(truth.Line);
                return 0;
            case ["reads", ..]:
                var reads = await ReadsBench.RunAsync(Number(args, "--per-second", 5000), Number(args, "--seconds", 20), Console.WriteLine);
                Save("reads", reads);
                Console.WriteLine(reads.Line);
                return 0;
            case ["crowd", ..]:
                var crowd = await CrowdBench.RunAsync(Number(args, "--queries", 100_000), Number(args, "--hosts", 10_000), Console.WriteLine);
                Save("crowd", crowd);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"result: hit_rate={crowd.HitRate:0.0000} store_mb={crowd.StoreMegabytes:0.0} different={crowd.Different} strangers={crowd.Strangers}"));
                return crowd is { Different: 0, Strangers: 0 } ? 0 : 1;
            case ["outage", ..]:
                var outage = await Outage.RunAsync(Number(args, "--seconds", 60), Console.WriteLine);
                Save("outage", outage);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"result: pages={outage.Pages} failed={outage.Failed} back_after_s={outage.BackAfterSeconds:0.0}"));
                return outage.Failed == 0 ? 0 : 1;
            case ["coediting", ..]:
                var together = await TogetherAsync(Number(args, "--seconds", 60), Number(args, "--offline", 10), Number(args, "--nodes", 1));
                Save("coediting", together);
                Console.WriteLine(together.Line);
                return together.IsTrue ? 0 : 1;
            case ["growth", ..]:
                var grown = await Growth.RunAsync(Number(args, "--small", 1000), Number(args, "--large", 100_000), Text(args, "--papers"), Console.WriteLine);
                Save("growth", grown);
                Console.WriteLine(grown.Line);
                return 0;
            case ["press", ..]:
                var press = await PressBench.RunAsync(Number(args, "--articles", 1000), Number(args, "--rounds", 7), Number(args, "--seconds", 3), Number(args, "--warm", 60), Console.WriteLine);
                Save("press", press);
                Console.WriteLine(press.Line);
                return 0;
            case ["newsletter", ..]:
                var (speed, killed) = (await NewsletterSpeed.RunAsync(Number(args, "--recipients", 10_000), Console.WriteLine),
                    await NewsletterKills.RunAsync(Number(args, "--recipients", 10_000), Number(args, "--kills", 50), Number(args, "--seed", 1), TimeSpan.FromMilliseconds(5), Console.WriteLine));
                Save("newsletter", new { speed, killed });
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"result: vs_bare_sender={speed.Ratio:0.00} missing={killed.Missing} duplicates={killed.Duplicates} kills={killed.Kills}"));
                return killed is { Missing: 0, Strange: 0 } && killed.Duplicates <= killed.Allowed ? 0 : 1;
            case ["copydesk", ..]:
                var desk = CopyDeskBench.Run(Number(args, "--times", 200), Console.WriteLine);
                Save("copydesk", desk);
                Console.WriteLine(CopyDeskBench.Line(desk));
                return 0;
            case ["bare-kestrel", var port, var pages]:
                return await BareKestrel.ServeAsync(int.Parse(port, CultureInfo.InvariantCulture), pages);
            case ["blocked-posts", var port, var data, var holding]:
                return await BlockedPosts.ServeAsync(int.Parse(port, CultureInfo.InvariantCulture), data, holding);
            case ["upgrade", ..]:
                var upgrade = await UpgradesAsync(Number(args, "--every", 1));
                Save("upgrade", upgrade);
                Console.WriteLine($"result: kills={upgrade.Kills} stuck={upgrade.Stuck}");
                return upgrade.Stuck == 0 ? 0 : 1;
            case ["die-at", var statement, var data, var database]:
                return await UpgradeKills.DieAtAsync(int.Parse(statement, CultureInfo.InvariantCulture), new MachineSettings { Data = data, Database = database });
            default:
                Console.WriteLine("crash [--rounds N] [--seed N]                          kills the program while it is written to, and looks for what was lost");
                Console.WriteLine("pages [--small N] [--large N] [--papers FOLDER]        how much slower pages get as a paper grows; FOLDER keeps the filled papers");
                Console.WriteLine("freshness [--articles N] [--edits N] [--seed N]        edits of every kind, and after each every stored page beside a fresh one");
                Console.WriteLine("press [--articles N] [--rounds N] [--seconds N] [--warm N]  made pages beside nginx and a bare Kestrel, one core each");
                Console.WriteLine("crowd [--queries N] [--hosts N]                        random queries, odd headers and foreign hosts: what stays in the store");
                Console.WriteLine("outage [--seconds N]                                   PostgreSQL stopped while readers ask for made pages");
                Console.WriteLine("coediting [--seconds N] [--offline N] [--nodes N]      windows that write in one article, one cut off, every node killed once; nodes above 1 on PostgreSQL");
                Console.WriteLine("growth [--small N] [--large N] [--papers FOLDER]       pages, and how soon the published program is ready");
                Console.WriteLine("truth [--articles N] [--stories N]                     from a publication's answer to its being true on two nodes");
                Console.WriteLine("reads [--per-second N] [--seconds N]                   beacons of readers: how many, how many lost, what publishing pays");
                Console.WriteLine("reading [--times N]                                    how long a reader on a phone waits for the sample paper over a slow line");
                Console.WriteLine("newsletter [--recipients N] [--kills N] [--seed N]     an issue beside a bare sender to the same server, and one whose sender is killed over and over");
                Console.WriteLine("copydesk [--times N]                                   how long the copy desk reads 2,000 words");
                Console.WriteLine("upgrade [--every N]                                    kills the program at each statement of a migration, and starts it again");
                return args.Length == 0 ? 0 : 2;
        }
    }

    private static async Task<List<ReadingFigures>> ReadingAsync(int times)
    {
        var data = Directory.CreateTempSubdirectory("broadsheet-reading-").FullName;
        try
        {
            await using var paper = await PaperProcess.StartAsync(data, withSample: true);
            return await ReadingSpeed.RunAsync(paper.Client.BaseAddress!.GetLeftPart(UriPartial.Authority), times, Console.WriteLine);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<TogetherFigures> TogetherAsync(int seconds, int offline, int nodes)
    {
        var data = Directory.CreateTempSubdirectory("broadsheet-together-").FullName;
        await using var postgres = nodes > 1 ? await PostgresServer.StartAsync(syncs: true) : null;
        if (postgres is not null) await postgres.ExecuteAsync("CREATE DATABASE paper");
        try
        {
            return await TogetherTyping.RunAsync(new() { Data = data, Database = postgres?.ConnectionTo("paper") ?? "" }, seconds, offline, nodes, Console.WriteLine);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<UpgradeFigures> UpgradesAsync(int every)
    {
        var folder = Directory.CreateTempSubdirectory("broadsheet-upgrade-").FullName;
        try
        {
            var made = 0;
            return await UpgradeKills.RunAsync(every, () => Task.FromResult(new MachineSettings { Data = Directory.CreateDirectory(Path.Combine(folder, $"{made++}")).FullName }), Console.WriteLine);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string? Text(string[] args, string name) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

    private static int Number(string[] args, string name, int otherwise) => Text(args, name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    private static void Save<T>(string name, T figures)
    {
        Directory.CreateDirectory("bench/results");
        File.WriteAllText($"bench/results/{name}.json", JsonSerializer.Serialize(figures, Indented));
    }
}
