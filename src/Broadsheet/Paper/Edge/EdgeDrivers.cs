using Broadsheet.Machine;

namespace Broadsheet.Paper.Edge;

/// <summary>The driver that the settings name, and what it needs.</summary>
internal static class EdgeDrivers
{
    /// <summary>Null when no edge is configured.</summary>
    /// <exception cref="SettingException">The settings cannot be worked with.</exception>
    internal static IEdge? Of(EdgeSettings settings)
    {
        switch (settings.Driver.ToLowerInvariant())
        {
            case "":
                return null;
            case "cloudflare":
                Demand(settings, settings.Zone.Length > 0 && settings.Token.Length > 0, "Edge:Zone and Edge:Token");
                return new CloudflareEdge(At(settings, CloudflareEdge.Api));
            case "fastly":
                Demand(settings, settings.Zone.Length > 0 && settings.Token.Length > 0, "Edge:Zone (the service) and Edge:Token");
                return new FastlyEdge(At(settings, FastlyEdge.Api));
            case "varnish":
                Demand(settings, settings.Address.Length > 0, "Edge:Address, such as http://127.0.0.1:6081");
                return new VarnishEdge(At(settings, ""));
            case "http":
                Demand(settings, settings.Address.Length > 0, "Edge:Address");
                return new HttpEdge(At(settings, ""));
            default:
                throw new SettingException($"Edge:Driver is \"{settings.Driver}\"; it must be cloudflare, fastly, varnish or http.");
        }
    }

    private static void Demand(EdgeSettings settings, bool isThere, string what)
    {
        if (!isThere) throw new SettingException($"Edge:Driver is {settings.Driver}, which also needs {what}.");
        if (settings.KeepSeconds < 1) throw new SettingException("Edge:KeepSeconds must be at least 1.");
        if (settings.RequestsPerMinute < 0) throw new SettingException("Edge:RequestsPerMinute must not be below 0.");
    }

    private static EdgeSettings At(EdgeSettings settings, string usual)
    {
        var addresses = settings.Address.Length > 0 ? settings.Address : usual;
        foreach (var one in addresses.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!Uri.TryCreate(one, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
                throw new SettingException($"Edge:Address has \"{one}\", which is no address such as http://127.0.0.1:6081.");
            if (settings.Token.Length > 0 && address.Scheme == "http" && !address.IsLoopback)
                throw new SettingException($"Edge:Address is {one}, where Edge:Token would travel in the clear: use https.");
        }
        return settings with { Address = addresses };
    }
}
