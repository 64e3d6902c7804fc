namespace Broadsheet.Machine;

/// <summary>The shared cache in front of the paper: a CDN, or a Varnish of one's own.</summary>
public sealed record EdgeSettings
{
    /// <summary><c>cloudflare</c>, <c>fastly</c>, <c>varnish</c> or <c>http</c>. Empty: nothing stands in front, or nothing that keeps pages.</summary>
    public string Driver { get; init; } = "";

    /// <summary>Where purges are sent. Several Varnishes are separated by commas. Cloudflare and Fastly have one address for all.</summary>
    public string Address { get; init; } = "";

    /// <summary>Cloudflare's zone or Fastly's service.</summary>
    public string Zone { get; init; } = "";

    /// <summary>What allows us to purge. Never printed.</summary>
    public string Token { get; init; } = "";

    /// <summary>For how long the edge keeps a page that nothing changed.</summary>
    public int KeepSeconds { get; init; } = 600;

    /// <summary>How many purges a minute the edge takes. 0: what its driver says, which for Cloudflare is the free plan's 5.</summary>
    public int RequestsPerMinute { get; init; }

    /// <summary>The header by which it says from which country a reader comes, in two letters: <c>CF-IPCountry</c> of Cloudflare. Empty: it does not.</summary>
    public string CountryHeader { get; init; } = "";

    /// <summary>A record prints all its members; this one holds a secret.</summary>
    public override string ToString() => $"Edge {Driver} {Address} {Zone}";
}
