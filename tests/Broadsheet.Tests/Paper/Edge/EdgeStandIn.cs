using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Broadsheet.Tests.Paper.Edge;

/// <summary>Stands in for an edge's API on loopback: notes what it is asked, and answers as it is told to.</summary>
public sealed class EdgeStandIn : IAsyncDisposable
{
    private readonly WebApplication _app;

    private EdgeStandIn(WebApplication app) => _app = app;

    /// <summary>What it answers; by default as Cloudflare does.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = Yes;

    public ConcurrentQueue<Asked> Requests { get; } = new();

    public string Address => _app.Urls.First();

    public static Task Yes(HttpContext http) => http.Response.WriteAsJsonAsync(new { success = true });

    public static async Task<EdgeStandIn> StartAsync(TimeProvider clock)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var edge = new EdgeStandIn(builder.Build());
        edge._app.Run(async http =>
        {
            using var reader = new StreamReader(http.Request.Body);
            edge.Requests.Enqueue(new(clock.GetUtcNow(), http.Request.Method, http.Request.Path, http.Request.Headers.ToDictionary(one => one.Key, one => one.Value.ToString()), await reader.ReadToEndAsync()));
            await edge.Answer(http);
        });
        await edge._app.StartAsync();
        return edge;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

public sealed record Asked(DateTimeOffset At, string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>The tags of a JSON body.</summary>
    public IReadOnlyList<string> Tags
    {
        get
        {
            using var json = JsonDocument.Parse(Body);
            return [.. json.RootElement.EnumerateObject().First().Value.EnumerateArray().Select(tag => tag.GetString()!)];
        }
    }
}
