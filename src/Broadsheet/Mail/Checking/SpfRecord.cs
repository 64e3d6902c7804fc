using System.Net;

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
    public const int MostLookups = 10;

    /// <summary>How many were asked.</summary>
    public int Lookups { get; private set; }

    /// <summary>The record of a domain: null where there is none, or more than one, which counts as none.</summary>
    public static string? Of(IEnumerable<string> texts) => texts.Where(IsSpf).ToList() is [var only] ? only : null;

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
                if (await MatchesAsync(mechanism, domain, sender, stop) is not { } matches) return Lookups > MostLookups ? SpfResult.Broken : SpfResult.Unknown;
                if (matches) return says;
            }
        }
        if (redirect is null) return SpfResult.Neutral;
        return ++Lookups > MostLookups ? SpfResult.Broken : redirect.Contains('%') ? SpfResult.Unknown : await CheckAsync(redirect, sender, stop) is var there && there == SpfResult.None ? SpfResult.Broken : there;
    }

    // Null: there is no saying.
    private async Task<bool?> MatchesAsync(string mechanism, string domain, IPAddress sender, CancellationToken stop)
    {
        var colon = mechanism.IndexOfAny([':', '/']);
        var (name, rest) = colon < 0 ? (mechanism, "") : (mechanism[..colon], mechanism[colon..]);
        if (name is "all") return true;
        if (name is "ip4" or "ip6") return Network(rest.TrimStart(':')) is { } network ? network.Contains(sender) : null;
        if (name is not ("a" or "mx" or "include") || rest.Contains('%') || ++Lookups > MostLookups) return null;

        var (host, bits) = Split(rest, domain);
        if (name == "include") return await CheckAsync(host, sender, stop) switch { SpfResult.Pass => true, SpfResult.Fail or SpfResult.SoftFail or SpfResult.Neutral => false, _ => null };
        foreach (var one in name == "mx" ? await dns.ExchangesAsync(host, stop) : [host])
            if ((await dns.AddressesAsync(one, stop)).Any(address => Near(address, sender, bits))) return true;
        return false;
    }

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

    private static bool Near(IPAddress address, IPAddress sender, (int V4, int V6) bits)
    {
        if (address.AddressFamily != sender.AddressFamily) return false;
        var (most, length) = address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork ? (32, bits.V4) : (128, bits.V6);
        var (ours, theirs, left) = (address.GetAddressBytes(), sender.GetAddressBytes(), Math.Clamp(length, 0, most));
        for (var at = 0; left > 0; at++, left -= 8)
            if ((ours[at] ^ theirs[at]) >> Math.Max(0, 8 - left) != 0) return false;
        return true;
    }
}
