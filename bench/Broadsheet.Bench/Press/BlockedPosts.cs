using Broadsheet.Machine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Broadsheet.Bench.Press;

/// <summary>
/// The program as it ships, with one page more: it reads a form and then blocks its thread for as long as a file is there. For the test
/// that hits go on meanwhile; it must be a process of its own, since sockets are chosen once for a whole process.
/// </summary>
public static class BlockedPosts
{
    public const string Path = "/newsroom/blocks";

    /// <summary>Serves until it is killed.</summary>
    /// <param name="holding">The file that holds the posts back.</param>
    internal static async Task<int> ServeAsync(int port, string data, string holding)
    {
        QuickSockets.Choose();
        var entered = 0;
        await using var app = Program.Build(new MachineSettings { Data = data, Urls = $"http://127.0.0.1:{port}" });
        app.MapPost(Path, async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            File.WriteAllText($"{holding}.{Interlocked.Increment(ref entered)}", form["words"]);
            while (File.Exists(holding)) Thread.Sleep(50);
            return Results.Text(form["words"]);
        });
        await app.PrepareAsync();
        await app.RunAsync();
        return 0;
    }
}
