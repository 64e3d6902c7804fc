using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Http.Features;

namespace Broadsheet.Paper.Press;

/// <summary>Which hosts the press answers. A stranger's goes to the program, which says 421; it can neither fill the store nor read from it.</summary>
/// <param name="answers">Whether the paper answers to a name, asked from this machine or not.</param>
/// <param name="own">The name under which the press asks the program.</param>
public sealed class PressHosts(Func<string, bool, bool> answers, Func<string> own)
{
    // The same few texts come again and again. Strangers' are not remembered, so that nobody can fill this.
    private readonly ConcurrentDictionary<string, bool> _known = new(StringComparer.Ordinal);

    internal string Own => own();

    internal bool Answer(IHttpRequestFeature request, IFeatureCollection features)
    {
        if (request.Headers.Host is not [{ } host]) return false;
        if (_known.TryGetValue(host, out var isLoopback)) return !isLoopback || IsFromHere(features);
        if (!answers(new HostString(host).Host, IsFromHere(features))) return false;

        if (_known.Count < 100) _known[host] = !answers(new HostString(host).Host, false);
        return true;
    }

    private static bool IsFromHere(IFeatureCollection features) =>
        features.Get<IHttpConnectionFeature>()?.RemoteIpAddress is not { } from || IPAddress.IsLoopback(from);
}
