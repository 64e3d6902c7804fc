using System.Net;
using Broadsheet.Storage.Changes;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace Broadsheet.Paper.Press;

/// <summary>Marks a request that the press makes; its reads are noted here, and why it failed.</summary>
internal sealed record PressSlip(ReadSet Reads)
{
    internal string? Reason { get; private set; }

    internal void Failed(Exception why) => Reason = $"{why.GetType().Name}: {why.Message}";
}

/// <summary>
/// Asks the program for a page as a reader would, with an address and nothing else: no header, cookie or address of a reader
/// can reach a page, so none can change it for others (promise 14; Ghost CVE-2026-53943 was such a header).
/// </summary>
internal sealed class PressRequest<TContext>(IHttpApplication<TContext> program) where TContext : notnull
{
    /// <param name="host">The paper's own name, from its settings.</param>
    internal async Task<CapturedAnswer> AskAsync(string name, string host, ReadSet reads)
    {
        var (path, query) = PageAddress.Split(name);
        var response = new CapturedResponse();
        using var body = new MemoryStream();
        using var life = new CancellationTokenSource();
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(new HttpRequestFeature
        {
            Method = HttpMethods.Get,
            Scheme = "http",
            Protocol = "HTTP/1.1",
            Path = path,
            QueryString = query,
            Headers = new HeaderDictionary { ["Host"] = host },
            Body = Stream.Null,
        });
        features.Set<IHttpResponseFeature>(response);
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        features.Set<IHttpRequestLifetimeFeature>(new HttpRequestLifetimeFeature { RequestAborted = life.Token });
        features.Set<IHttpConnectionFeature>(new HttpConnectionFeature { RemoteIpAddress = IPAddress.Loopback });
        var slip = new PressSlip(reads);
        features.Set(slip);

        var context = program.CreateContext(features);
        Exception? failure = null;
        try
        {
            await program.ProcessRequestAsync(context);
            await response.StartAsync();
        }
        catch (Exception thrown)
        {
            failure = thrown;
        }
        program.DisposeContext(context, failure);
        await response.CompleteAsync();
        if (failure is not null) slip.Failed(failure);
        return new(response.StatusCode, [.. response.Headers], body.ToArray(), failure) { Reason = slip.Reason };
    }
}
