using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Broadsheet.Tests.Webhooks;

/// <summary>A message that a receiver took or refused.</summary>
public sealed record Letter(string Id, long Timestamp, string Signatures, string Body, int Answered)
{
    public JsonNode Json => JsonNode.Parse(Body)!;
    public string Type => (string)Json["type"]!;
    public string? Headline => (string?)Json["story"]?["headline"];
    public bool WasTaken => Answered is >= 200 and < 300;

    /// <summary>Whether the signature is one that this secret makes: by the words of the scheme, not by the program's code.</summary>
    public bool IsSignedWith(string secret)
    {
        using var hmac = new HMACSHA256(Convert.FromBase64String(secret.Replace("whsec_", "", StringComparison.Ordinal)));
        var wanted = "v1," + Convert.ToBase64String(hmac.ComputeHash(Encoding.UTF8.GetBytes(Id + "." + Timestamp.ToString(CultureInfo.InvariantCulture) + "." + Body)));
        return Signatures.Split(' ').Contains(wanted);
    }
}

/// <summary>A receiver of webhooks on loopback, which answers as the test says.</summary>
public sealed class Wire(WebApplication app) : IAsyncDisposable
{
    public string Address => $"{app.Urls.First()}/stories";
    public string Allow => $"127.0.0.1:{new Uri(app.Urls.First()).Port}";
    public ConcurrentQueue<Letter> Letters { get; } = new();
    public IReadOnlyList<Letter> Taken => [.. Letters.Where(letter => letter.WasTaken)];

    /// <summary>What it answers; by itself 204.</summary>
    public Func<JsonNode, int> Answer { get; set; } = _ => 204;

    public string Says { get; set; } = "";

    public static async Task<Wire> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var wire = new Wire(builder.Build());
        await wire.OpenAsync();
        return wire;
    }

    private async Task OpenAsync()
    {
        app.MapPost("/stories", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            var body = await reader.ReadToEndAsync();
            var status = Answer(JsonNode.Parse(body)!);
            Letters.Enqueue(new(request.Headers["webhook-id"]!, long.Parse(request.Headers["webhook-timestamp"]!, CultureInfo.InvariantCulture), request.Headers["webhook-signature"]!, body, status));
            return status == 204 ? Results.NoContent() : Results.Text(Says, statusCode: status);
        });
        await app.StartAsync();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
