using System.Diagnostics;
using System.Text.Json;

namespace Broadsheet.Pictures.Decoding;

/// <summary>
/// Has pictures decoded in a child process of the same program, a few at a time, each under a wall-time and a memory limit.
/// Inspection has its own lane: an upload is answered while renditions of others are still being made.
/// </summary>
public sealed class PictureDecoder(long memoryBytes, TimeSpan inspectionTime, TimeSpan makingTime)
{
    public PictureDecoder() : this(PictureLimits.DecoderBytes, PictureLimits.InspectionTime, PictureLimits.MakingTime) { }

    private static readonly int Lanes = Math.Max(1, Environment.ProcessorCount / 2);
    // Of the program, not of an object: what they share out is the machine's cores.
    private static readonly SemaphoreSlim Inspecting = new(Lanes), Making = new(Lanes);

    /// <summary>Checks a file and makes its first small rendition, which proves that it can be decoded.</summary>
    /// <exception cref="PictureRefusedException"/>
    internal async Task<PictureFacts> InspectAsync(string file, PictureFormat format, RenditionOrder first, CancellationToken cancellation = default) =>
        (await RunAsync(Inspecting, new(file, format, Inspect: true, [first], memoryBytes), inspectionTime, cancellation)).Facts!;

    /// <exception cref="PictureRefusedException"/>
    internal Task MakeAsync(string file, PictureFormat format, IReadOnlyList<RenditionOrder> make, CancellationToken cancellation = default) =>
        RunAsync(Making, new(file, format, Inspect: false, make, memoryBytes), makingTime, cancellation);

    /// <summary>A drawing of ours (SVG without fonts and links) as PNG: libvips stays out of the paper's own process.</summary>
    internal async Task<byte[]> DrawAsync(string svg, CancellationToken cancellation = default)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.png");
        try
        {
            await RunAsync(Making, new(file, PictureFormat.Png, Inspect: false, [], memoryBytes) { Drawing = svg }, makingTime, cancellation);
            return await System.IO.File.ReadAllBytesAsync(file, cancellation);
        }
        finally
        {
            System.IO.File.Delete(file);
        }
    }

    private static async Task<DecodeAnswer> RunAsync(SemaphoreSlim lane, DecodeOrder order, TimeSpan time, CancellationToken cancellation)
    {
        await lane.WaitAsync(cancellation);
        try
        {
            using var child = Start();
            var answer = await AskAsync(child, order, time, cancellation);
            return answer.Problem is { } problem ? throw new PictureRefusedException(problem, answer.Detail ?? "") : answer;
        }
        finally
        {
            lane.Release();
        }
    }

    private static Process Start()
    {
        var (program, arguments) = Program();
        var start = new ProcessStartInfo(program, [.. arguments, "decode"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // No password of the database may stand in the environment of a process that opens strangers' files.
        foreach (var name in start.Environment.Keys.Where(IsNotNeeded).ToList()) start.Environment.Remove(name);
        start.Environment["DOTNET_GCHeapHardLimit"] = "8000000"; // hexadecimal: 128 MB of managed heap
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["MALLOC_ARENA_MAX"] = "2";
        return Process.Start(start)!;
    }

    // A published program starts itself; under "dotnet" or a test runner it is the file beside us.
    private static (string, string[]) Program()
    {
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "broadsheet") return (Environment.ProcessPath!, []);
        var beside = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "broadsheet.exe" : "broadsheet");
        return File.Exists(beside) ? (beside, []) : ("dotnet", [Path.Combine(AppContext.BaseDirectory, "broadsheet.dll")]);
    }

    private static bool IsNotNeeded(string name) =>
        name is not ("PATH" or "HOME" or "TMPDIR" or "TEMP" or "TMP" or "SystemRoot" or "DOTNET_ROOT" or "DOTNET_BUNDLE_EXTRACT_BASE_DIR" or "LANG");

    private static async Task<DecodeAnswer> AskAsync(Process child, DecodeOrder order, TimeSpan time, CancellationToken cancellation)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(time);
        var isTooHeavy = false;
        _ = WatchAsync(child, order.MemoryBytes, deadline, () => isTooHeavy = true);
        try
        {
            var errors = child.StandardError.ReadToEndAsync(deadline.Token);
            await child.StandardInput.WriteAsync(JsonSerializer.Serialize(order, DecodeJson.Default.DecodeOrder).AsMemory(), deadline.Token);
            child.StandardInput.Close();
            var answer = await child.StandardOutput.ReadToEndAsync(deadline.Token);
            await child.WaitForExitAsync(deadline.Token);

            return child.ExitCode == 0 && answer.Length > 0
                ? JsonSerializer.Deserialize(answer, DecodeJson.Default.DecodeAnswer)!
                : Died(child.ExitCode, await errors);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new(isTooHeavy ? PictureProblem.TooHeavy : PictureProblem.TookTooLong, null, null);
        }
        catch (IOException broken)
        {
            return new(PictureProblem.Damaged, broken.Message, null); // It died before it had read its order.
        }
        finally
        {
            if (!child.HasExited) child.Kill();
        }
    }

    // A decoder that aborts or is killed says nothing; libvips' glib aborts when memory is refused.
    private static DecodeAnswer Died(int exitCode, string errors)
    {
        var isMemory = errors.Contains("memory", StringComparison.OrdinalIgnoreCase) || errors.Contains("failed to allocate", StringComparison.Ordinal);
        return new(isMemory ? PictureProblem.TooHeavy : PictureProblem.Damaged, $"exit {exitCode}: {errors[..Math.Min(errors.Length, 300)]}", null);
    }

    /// <summary>The ceiling for systems without RLIMIT_DATA, and a second one where it exists.</summary>
    private static async Task WatchAsync(Process child, long memoryBytes, CancellationTokenSource deadline, Action tooHeavy)
    {
        while (!deadline.IsCancellationRequested)
        {
            await Task.Delay(100, CancellationToken.None);
            try
            {
                if (child.HasExited) return;
                child.Refresh();
                if (child.WorkingSet64 <= memoryBytes + 200_000_000) continue;
                tooHeavy();
                await deadline.CancelAsync();
                return;
            }
            catch (Exception gone) when (gone is InvalidOperationException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
