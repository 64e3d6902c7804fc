using System.Diagnostics;
using System.Globalization;

namespace Broadsheet.Bench.Press;

/// <summary>A process that may use one core only, unless it is told otherwise. Ended without a word when disposed.</summary>
internal sealed class PinnedProcess : IAsyncDisposable
{
    private readonly Process _process;

    /// <param name="words">The program and its arguments.</param>
    internal PinnedProcess(int? core, params string[] words) => _process = Process.Start(
        new ProcessStartInfo("taskset", ["-c", core is null ? $"0-{Environment.ProcessorCount - 1}" : $"{core}", .. words]) { RedirectStandardOutput = true, RedirectStandardError = true })!;

    /// <summary>Resident memory in bytes, as the system counts it.</summary>
    internal async Task<long> ResidentAsync()
    {
        var lines = await File.ReadAllLinesAsync($"/proc/{_process.Id}/status");
        return 1024 * long.Parse(lines.First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))[6..^2], CultureInfo.InvariantCulture);
    }

    /// <summary>Processor time in microseconds that it and its children (nginx works in one) have taken so far.</summary>
    internal async Task<double> ProcessorAsync()
    {
        var mine = await File.ReadAllTextAsync($"/proc/{_process.Id}/task/{_process.Id}/children");
        var ticks = 0L;
        foreach (var id in mine.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Append($"{_process.Id}"))
        {
            // proc(5): the name in brackets may hold spaces; after it utime and stime are the twelfth and thirteenth.
            var fields = (await File.ReadAllTextAsync($"/proc/{id}/stat")).Split(") ")[^1].Split(' ');
            ticks += long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
        }
        return ticks * (1_000_000.0 / TicksASecond);
    }

    // USER_HZ, which Linux shows to programs as a hundred on every machine we run on.
    private const int TicksASecond = 100;

    /// <summary>What it printed, once it has ended by itself.</summary>
    internal async Task<string> OutputAsync()
    {
        var (printed, complained) = (_process.StandardOutput.ReadToEndAsync(), _process.StandardError.ReadToEndAsync());
        await _process.WaitForExitAsync();
        return _process.ExitCode == 0 ? await printed : throw new InvalidOperationException($"{_process.StartInfo.ArgumentList[2]} failed: {await complained}{await printed}");
    }

    /// <summary>Waits until something answers on the port, and reads away what the process prints.</summary>
    internal async Task ReadyAsync(HttpClient client)
    {
        _ = _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        _ = _process.StandardError.BaseStream.CopyToAsync(Stream.Null);
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("/", UriKind.Relative));
                return;
            }
            catch (HttpRequestException) when (!_process.HasExited && watch.Elapsed < TimeSpan.FromMinutes(1))
            {
                await Task.Delay(50);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
    }
}
