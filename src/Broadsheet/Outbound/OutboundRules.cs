using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Broadsheet.Machine;

namespace Broadsheet.Outbound;

/// <summary>
/// Where outgoing requests may go: http and https on their own ports, to addresses of the public internet.
/// Lists: IANA's special-purpose registries for IPv4 and IPv6 (RFC 6890).
/// </summary>
internal sealed class OutboundRules
{
    private static readonly IPNetwork[] Inside =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            // Of IPv6 only what is given out; of that, not what hides an address of IPv4.
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    private static readonly IPNetwork Public6 = IPNetwork.Parse("2000::/3");

    private readonly HashSet<(string Host, int Port)> _allowed;

    /// <param name="allowed">"10.0.0.5:8080, cache.internal:80": what may be reached although it lies inside.</param>
    public OutboundRules(string allowed) => _allowed =
    [
        .. allowed.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(entry => entry.LastIndexOf(':') is > 0 and var colon && int.TryParse(entry.AsSpan(colon + 1), CultureInfo.InvariantCulture, out var port)
                ? (entry[..colon].Trim('[', ']').ToLowerInvariant(), port) : throw new SettingException($"OutboundAllow: write {entry} with its port, such as 10.0.0.5:8080.")),
    ];

    public bool MayAsk(Uri address) =>
        address is { IsAbsoluteUri: true, UserInfo: "" } && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && (address.Port is 80 or 443 || IsAllowed(address.IdnHost, address.Port));

    public bool MayReach(string host, IPAddress address, int port)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (IsAllowed(host, port) || IsAllowed(address.ToString(), port)) return true;
        if (address.AddressFamily == AddressFamily.InterNetworkV6 && !Public6.Contains(address)) return false;
        return !Array.Exists(Inside, network => network.Contains(address));
    }

    public bool IsNamed(Uri address) => IsAllowed(address.IdnHost, address.Port);

    private bool IsAllowed(string host, int port) => _allowed.Contains((host.Trim('[', ']').ToLowerInvariant(), port));
}
