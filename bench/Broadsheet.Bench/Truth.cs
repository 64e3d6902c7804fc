using System.Diagnostics;
using System.Globalization;

namespace Broadsheet.Bench;

/// <summary>How long after the answer to an act it was true on a node: milliseconds.</summary>
public sealed record TruthRound(int Round, string Act, double NodeMilliseconds, double OtherNodeMilliseconds);

public sealed record TruthFigures(int Articles, IReadOnlyList<TruthRound> Rounds, double PagesASecond)
{
    internal string Line => string.Create(CultureInfo.InvariantCulture,
        $"result: node_p99_ms={At(0.99, round => round.NodeMilliseconds):0} other_node_p99_ms={At(0.99, round => round.OtherNodeMilliseconds):0} node_p50_ms={At(0.5, round => round.NodeMilliseconds):0} other_node_p50_ms={At(0.5, round => round.OtherNodeMilliseconds):0}");

    private double At(double share, Func<TruthRound, double> figure) => Rounds.Select(figure).Order().ElementAt((int)(share * (Rounds.Count - 1)));
}

/// <summary>
/// Promise 33 on two nodes of one PostgreSQL, while readers ask both for the front page, Latest and 500 stories, the newest most (Zipf's law): a story is published, changed and withdrawn through one,
/// and from the answer on its own address, the front page and Latest are asked of both until all say so.
/// </summary>
internal static class Truth
{
    private const int PagesASecond = 500;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    internal static async Task<TruthFigures> RunAsync(int articles, int stories, Action<string> say)
    {
        var folder = Directory.CreateTempSubdirectory("broadsheet-truth-").FullName;
        await using var postgres = await PostgresServer.StartAsync(syncs: true);
        await postgres.ExecuteAsync("CREATE DATABASE paper");
        var database = postgres.ConnectionTo("paper");
        try
        {
            await PaperProcess.CommandAsync("sample", "--articles", $"{articles}", "--data", folder, "--database", database);
            var token = await PaperProcess.CommandAsync("token", "create", "--role", "editor", "--name", "bench", "--data", folder, "--database", database);
            var program = await PublishedProgram.MakeAsync(Path.Combine(folder, "program"));
            await using var node = await PaperProcess.StartBuildAsync(program, Path.Combine(folder, "one"), ("Database", database));
            await using var other = await PaperProcess.StartBuildAsync(program, Path.Combine(folder, "two"), ("Database", database));
            var paths = await BenchPaper.ArticlesAsync(new() { Data = folder, Database = database }, 500);
            await using var crowd = new Crowd([node.Client, other.Client], ["/", "/latest", .. paths], PagesASecond);
            var watch = Stopwatch.StartNew();
            // The runtime compiles what is asked for again and again once more, beside the answers: for most of a minute on a node, and two share the cores here.
            for (var warm = 1; watch.Elapsed < WarmUp; warm++) await RoundsAsync(new ApiClient(node.Client, token), node.Client, other.Client, $"Warm {warm}:", 1, _ => { });
            var rounds = await RoundsAsync(new ApiClient(node.Client, token), node.Client, other.Client, "Quay", stories, say);
            return new(articles, rounds, crowd.Pages / watch.Elapsed.TotalSeconds);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<List<TruthRound>> RoundsAsync(ApiClient api, HttpClient node, HttpClient other, string name, int stories, Action<string> say)
    {
        var rounds = new List<TruthRound>();
        for (var story = 1; story <= stories; story++)
        {
            var (first, second) = ($"{name} {story} opens", $"{name} {story} closes");
            var made = await api.PublishAsync(await api.MakeAsync(first));
            var path = made.GetProperty("url").GetString()!;
            await SeenAsync("publish", path, text => text.Contains(first, StringComparison.Ordinal));

            var changed = await api.PublishAsync(await api.ChangeAsync(made, second));
            await SeenAsync("edit", path, text => text.Contains(second, StringComparison.Ordinal) && !text.Contains(first, StringComparison.Ordinal));

            await api.WithdrawAsync(changed);
            await SeenAsync("withdraw", path, text => !text.Contains(second, StringComparison.Ordinal));

            async Task SeenAsync(string act, string place, Func<string, bool> isTrue)
            {
                var times = await Task.WhenAll(TrueAfterAsync(node, [place, "/", "/latest"], isTrue), TrueAfterAsync(other, [place, "/", "/latest"], isTrue));
                rounds.Add(new(story, act, times[0], times[1]));
                say(string.Create(CultureInfo.InvariantCulture, $"story {story} {act,-8} node {times[0],6:0.0} ms, other node {times[1],6:0.0} ms"));
            }
        }
        return rounds;
    }

    private static async Task<double> TrueAfterAsync(HttpClient node, string[] paths, Func<string, bool> isTrue)
    {
        var watch = Stopwatch.StartNew();
        foreach (var path in paths)
        {
            while (!isTrue(await TextAsync(node, path)))
            {
                if (watch.Elapsed > Longest) throw new InvalidOperationException($"{path} is still not true after {Longest.TotalSeconds} s.");
                await Task.Delay(2);
            }
        }
        return watch.Elapsed.TotalMilliseconds;
    }

    // "Not found" has a text as well.
    private static async Task<string> TextAsync(HttpClient node, string path)
    {
        using var answer = await node.GetAsync(new Uri(path, UriKind.Relative));
        return await answer.Content.ReadAsStringAsync();
    }
}
