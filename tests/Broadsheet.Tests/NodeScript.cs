using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Broadsheet.Tests;

/// <summary>A script over the client's own code, run by Node: bundled as the client is, from where its source stands.</summary>
internal static class NodeScript
{
    // For packages of the older kind, which ask for Node's own parts as they run.
    private const string Requiring = "--banner:js=import { createRequire as toRequire } from 'node:module'; const require = toRequire(import.meta.url);";

    /// <param name="file">Beside the test that asks.</param>
    /// <param name="input">What it reads from its standard input.</param>
    public static async Task<string> RunAsync(string file, string input, [CallerFilePath] string test = "")
    {
        var script = Path.Combine(Path.GetDirectoryName(test)!, file);
        var client = Path.Combine(Root(test), "client");
        var bundle = Path.Combine(Path.GetTempPath(), $"broadsheet-{Guid.NewGuid():N}.mjs");
        try
        {
            await RunAsync(Path.Combine(client, "node_modules/.bin/esbuild"), [script, "--bundle", "--platform=node", "--format=esm", "--log-level=error", Requiring, $"--outfile={bundle}"], "", ("NODE_PATH", Path.Combine(client, "node_modules")));
            // Also for what cannot be bundled.
            return await RunAsync("node", [bundle], input, ("NODE_PATH", Path.Combine(client, "node_modules")));
        }
        finally
        {
            File.Delete(bundle);
        }
    }

    private static async Task<string> RunAsync(string program, IEnumerable<string> words, string input, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, words) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (printed, wrong) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{Path.GetFileName(program)} ended with {process.ExitCode}: {await wrong}");
        return await printed;
    }

    private static string Root(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        while (!File.Exists(Path.Combine(folder, "Broadsheet.slnx"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
