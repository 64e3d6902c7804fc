using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Broadsheet.Bench.Press;

namespace Broadsheet.Bench;

/// <summary>The built program as a child process on a folder, as an operator runs it.</summary>
public sealed class PaperProcess : IAsyncDisposable
{
    private readonly Process _process;

    private PaperProcess(Process process, int port) =>
        (_process, Client) = (process, new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromSeconds(30) });

    public HttpClient Client { get; }

    /// <summary>How long it took from the start of the process to its first "ready".</summary>
    public TimeSpan ReadyAfter { get; private set; }

    /// <summary>Starts the program and does not wait for it.</summary>
    /// <param name="port">Where it listens on loopback; 0 for a free one.</param>
    /// <param name="settings">Settings of the machine by name, such as <c>Press:MemoryMegabytes</c>.</param>
    public static PaperProcess Launch(string data, int port = 0, bool withSample = false, params (string Name, string Value)[] settings)
    {
        if (port == 0) port = FreePort();
        return new(Start(["serve", .. withSample ? Array.Empty<string>() : ["--no-sample"], "--data", data, "--urls", $"http://127.0.0.1:{port}"], settings: settings), port);
    }

    /// <summary>Starts the program and waits until it is ready.</summary>
    public static Task<PaperProcess> StartAsync(string data, int port = 0, bool withSample = false, params (string Name, string Value)[] settings) =>
        ReadyAsync(Launch(data, port, withSample, settings), withSample);

    /// <summary>The program with a page that reads a form and then blocks for as long as the file is there (<see cref="BlockedPosts"/>).</summary>
    public static Task<PaperProcess> StartBlockingAsync(string data, string holding)
    {
        var port = FreePort();
        return ReadyAsync(new(Process.Start("dotnet", [typeof(PaperProcess).Assembly.Location, "blocked-posts", $"{port}", data, holding]), port), false);
    }

    private static async Task<PaperProcess> ReadyAsync(PaperProcess paper, bool withSample)
    {
        var watch = Stopwatch.StartNew();
        while (!await paper.IsReadyAsync())
        {
            if (paper._process.HasExited || watch.Elapsed > TimeSpan.FromMinutes(withSample ? 5 : 1))
            {
                await paper.DisposeAsync();
                throw new InvalidOperationException($"The paper did not become ready.");
            }
            await Task.Delay(20);
        }
        paper.ReadyAfter = watch.Elapsed;
        return paper;
    }

    /// <summary>Runs another command of the program and gives what it printed.</summary>
    public static async Task<string> CommandAsync(params string[] words)
    {
        using var process = Start(words, reads: true);
        var printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? printed.Trim() : throw new InvalidOperationException($"broadsheet {words[0]} failed with {process.ExitCode}.");
    }

    /// <summary>Ends it as a power cut would: no signal that it could handle.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
        Client.Dispose();
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await Client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Starts another build of the program, such as one that was published.</summary>
    internal static Task<PaperProcess> StartBuildAsync(string program, string data, params (string Name, string Value)[] settings)
    {
        var port = FreePort();
        return ReadyAsync(new(Start(["serve", "--no-sample", "--data", data, "--urls", $"http://127.0.0.1:{port}"], settings: settings, program: program), port), false);
    }

    private static Process Start(IEnumerable<string> words, bool reads = false, (string Name, string Value)[]? settings = null, string? program = null)
    {
        var start = new ProcessStartInfo("dotnet", [program ?? typeof(Program).Assembly.Location, .. words]) { RedirectStandardOutput = reads };
        foreach (var (name, value) in settings ?? []) start.Environment["BROADSHEET_" + name.Replace(":", "__", StringComparison.Ordinal)] = value;
        return Process.Start(start)!;
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
