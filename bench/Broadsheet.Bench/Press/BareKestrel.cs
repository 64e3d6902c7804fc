using Broadsheet.Machine;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Broadsheet.Bench.Press;

/// <summary>
/// What Kestrel can do at most: no program behind it, a dictionary of bytes, and the same settings of sockets as ours. How much of
/// the way to nginx is ours, and how much is Kestrel's.
/// </summary>
internal static class BareKestrel
{
    /// <summary>Serves the pages of a folder until it is killed.</summary>
    internal static async Task<int> ServeAsync(int port, string folder)
    {
        QuickSockets.Choose();
        var transport = new SocketTransportOptions();
        QuickSockets.Choose(transport);
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.ListenLocalhost(port);
        using var server = new KestrelServer(Options.Create(options), new SocketTransportFactory(Options.Create(transport), NullLoggerFactory.Instance), NullLoggerFactory.Instance);
        await server.StartAsync(new Pages(await PageFiles.ReadAsync(folder)), default);
        await Task.Delay(Timeout.Infinite);
        return 0;
    }

    private sealed class Pages(Dictionary<string, BenchPage> pages) : IHttpApplication<IFeatureCollection>
    {
        public IFeatureCollection CreateContext(IFeatureCollection contextFeatures) => contextFeatures;

        public Task ProcessRequestAsync(IFeatureCollection context)
        {
            var page = pages[context.GetRequiredFeature<IHttpRequestFeature>().Path];
            var headers = context.GetRequiredFeature<IHttpResponseFeature>().Headers;
            foreach (var (name, value) in page.Headers) headers[name] = value;
            headers.ContentLength = page.Gzip.Length;
            var writing = context.GetRequiredFeature<IHttpResponseBodyFeature>().Writer.WriteAsync(page.Gzip);
            return writing.IsCompletedSuccessfully ? Task.CompletedTask : writing.AsTask();
        }

        public void DisposeContext(IFeatureCollection context, Exception? exception) { }
    }
}
