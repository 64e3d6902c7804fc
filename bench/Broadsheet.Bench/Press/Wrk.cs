using System.Globalization;
using System.Text.RegularExpressions;

namespace Broadsheet.Bench.Press;

/// <summary>What one run of wrk found.</summary>
public sealed record WrkFigures(long Answered, double PerSecond, double P50Milliseconds, double P99Milliseconds);

/// <summary>wrk of Debian's packages: keep-alive connections that ask again as soon as they are answered.</summary>
internal static partial class Wrk
{
    private const int Connections = 64;

    /// <param name="core">The only core it may use; null for any.</param>
    /// <param name="script">A script that chooses the paths; null to ask for one address.</param>
    internal static async Task<WrkFigures> RunAsync(int? core, Uri address, string? script, int seconds)
    {
        await using var wrk = new PinnedProcess(core,
        [
            "wrk", "-t1", $"-c{Connections}", $"-d{seconds}s", "--latency", "-H", "Accept-Encoding: gzip",
            .. script is null ? Array.Empty<string>() : ["-s", script],
            address.ToString(),
        ]);
        return Read(await wrk.OutputAsync());
    }

    /// <summary>Lua that asks for the paths in a random order, the same one for every server.</summary>
    internal static string ScriptFor(IEnumerable<string> paths) => $$"""
        local paths = { {{string.Join(", ", paths.Select(path => $"'{path}'"))}} }
        local asked = {}
        init = function() for at, path in ipairs(paths) do asked[at] = wrk.format('GET', path) end end
        math.randomseed(1)
        request = function() return asked[math.random(#asked)] end
        """;

    /// <summary>Reads what wrk prints. An answer that is not 2xx makes the figures worthless.</summary>
    /// <exception cref="InvalidOperationException">Something went wrong, or was answered wrongly.</exception>
    internal static WrkFigures Read(string printed) =>
        printed.Contains("Non-2xx", StringComparison.Ordinal) || printed.Contains("Socket errors", StringComparison.Ordinal) || !PerSecond().IsMatch(printed)
            ? throw new InvalidOperationException(printed)
            : new(long.Parse(Answered().Match(printed).Groups[1].Value, CultureInfo.InvariantCulture), Number(PerSecond().Match(printed).Groups[1].Value), Milliseconds(printed, "50%"), Milliseconds(printed, "99%"));

    private static double Milliseconds(string printed, string share)
    {
        var found = Regex.Match(printed, $@"{share}\s+([\d.]+)(us|ms|s)");
        return Number(found.Groups[1].Value) * found.Groups[2].Value switch { "us" => 0.001, "ms" => 1, _ => 1000 };
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(\d+) requests in")]
    private static partial Regex Answered();

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex PerSecond();
}
