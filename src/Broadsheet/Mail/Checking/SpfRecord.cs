using System.Net;
using System.Net.Sockets;

namespace Broadsheet.Mail.Checking;

public enum SpfResult { Pass, Neutral, SoftFail, Fail, None, Broken, Unknown }

/// <summary>
/// What a domain says of who may send its mail (SPF, RFC 7208). Macros, <c>exists</c> and <c>ptr</c> are not followed: where it comes to them, nothing is
/// said.
/// </summary>
public sealed class SpfRecord(MailDns dns)
{
    private const string Version = "v=spf1";

    /// <summary>How many further questions receivers ask before they call it broken (RFC 7208, 4.6.4).</summary>
    private const int MostLookups = 10;

    private int _lookups;

    /// <summary>The record of a domain: null where there is none, or more than one, which counts as none.</summary>
    private static string? Of(IEnumerable<string> texts) => texts.Where(IsSpf).ToList() is [var only] ? only : null;

    public static bool IsSpf(string text) => text.Equals(Version, StringComparison.OrdinalIgnoreCase) || text.StartsWith(Version + " ", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether mail of a domain may come from an address.</summary>
    public async Task<SpfResult> CheckAsync(string domain, IPAddress sender, CancellationToken stop)
    {
        var texts = await dns.TextsAsync(domain, stop);
        if (Of(texts) is not { } record) return texts.Any(IsSpf) ? SpfResult.Broken : SpfResult.None;

        string? redirect = null;
        foreach (var term in record.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1))
        {
            if (term.StartsWith("redirect=", StringComparison.OrdinalIgnoreCase)) redirect = term["redirect=".Length..];
            else if (!term.Contains('=') || term.IndexOf(':') is >= 0 and var colon && colon < term.IndexOf('='))
            {
                var (says, mechanism) = term[0] switch { '-' => (SpfResult.Fail, term[1..]), '~' => (SpfResult.SoftFail, term[1..]), '?' => (SpfResult.Neutral, term[1..]), '+' => (SpfResult.Pass, term[1..]), _ => (SpfResult.Pass, term) };
                var matches = await MatchesAsync(mechanism, domain, sender, stop);
                if (matches == SpfResult.Pass) return says;
                if (matches != SpfResult.Neutral) return matches;
            }
        }
        if (redirect is null) return SpfResult.Neutral;
        return ++_lookups > MostLookups ? SpfResult.Broken : redirect.Contains('%') ? SpfResult.Unknown : await CheckAsync(redirect, sender, stop) is var there && there == SpfResult.None ? SpfResult.Broken : there;
    }

    // Pass: it does; Neutral: it does not.
    private async Task<SpfResult> MatchesAsync(string mechanism, string domain, IPAddress sender, CancellationToken stop)
    {
        var colon = mechanism.IndexOfAny([':', '/']);
        var (name, rest) = colon < 0 ? (mechanism, "") : (mechanism[..colon], mechanism[colon..]);
        if (name is "all") return SpfResult.Pass;
        if (name is "ip4" or "ip6") return Network(rest.TrimStart(':')) is { } network ? Said(network.Contains(sender)) : SpfResult.Broken;
        if (name is not ("a" or "mx" or "include") || rest.Contains('%')) return SpfResult.Unknown;
        if (++_lookups > MostLookups) return SpfResult.Broken;

        var (host, bits) = Split(rest, domain);
        if (name == "include") return OfIncluded(await CheckAsync(host, sender, stop));
        foreach (var one in name == "mx" ? await dns.ExchangesAsync(host, stop) : [host])
            if ((await dns.AddressesAsync(one, stop)).Any(address => Near(address, sender, bits))) return SpfResult.Pass;
        return SpfResult.Neutral;
    }

    private static SpfResult Said(bool matches) => matches ? SpfResult.Pass : SpfResult.Neutral;

    // RFC 7208, 5.2: one that is not there breaks the record that names it.
    private static SpfResult OfIncluded(SpfResult result) => result switch
    {
        SpfResult.None => SpfResult.Broken,
        SpfResult.Fail or SpfResult.SoftFail => SpfResult.Neutral,
        _ => result,
    };

    private static IPNetwork? Network(string text) =>
        IPNetwork.TryParse(text.Contains('/') ? text : $"{text}/{(text.Contains(':') ? 128 : 32)}", out var network) ? network : null;

    // a:host/24//64: the bits of IPv4, and of IPv6.
    private static (string Host, (int V4, int V6) Bits) Split(string rest, string domain)
    {
        var slash = rest.IndexOf('/');
        var host = (slash < 0 ? rest : rest[..slash]).TrimStart(':');
        var (four, six) = (slash < 0 ? "" : rest[slash..]).Split("//") is [var left, var right] ? (left.Trim('/'), right) : (slash < 0 ? "" : rest[slash..].Trim('/'), "");
        return (host.Length == 0 ? domain : host, (int.TryParse(four, out var v4) ? v4 : 32, int.TryParse(six, out var v6) ? v6 : 128));
    }

    private static bool Near(IPAddress address, IPAddress sender, (int V4, int V6) bits) =>
        new IPNetwork(address, address.AddressFamily == AddressFamily.InterNetwork ? Math.Clamp(bits.V4, 0, 32) : Math.Clamp(bits.V6, 0, 128)).Contains(sender);
}
