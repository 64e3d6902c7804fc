using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Broadsheet.Popularity;

/// <summary>Programs that call themselves what they are, by the list kept at crawler-user-agents (client/package.json).</summary>
public sealed class Robots
{
    private const int MostRemembered = 5_000;

    private readonly Regex _known = new(string.Join('|', Patterns()), RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    // The list takes a fraction of a millisecond to ask, and a day's readers share a few thousand browsers.
    private readonly ConcurrentDictionary<string, bool> _asked = new();

    /// <summary>Whether this is no person's browser. One that says nothing of itself is taken for a robot.</summary>
    public bool Include(string userAgent)
    {
        if (userAgent.Length is 0 or > 1_000) return true;
        if (_asked.TryGetValue(userAgent, out var known)) return known;

        if (_asked.Count >= MostRemembered) _asked.Clear();
        return _asked[userAgent] = IsListed(userAgent);
    }

    private bool IsListed(string userAgent)
    {
        try
        {
            return _known.IsMatch(userAgent);
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }

    private static string[] Patterns()
    {
        using var list = Assembly.GetExecutingAssembly().GetManifestResourceStream("client/robots.json")!;
        return JsonSerializer.Deserialize<string[]>(list)!;
    }
}
