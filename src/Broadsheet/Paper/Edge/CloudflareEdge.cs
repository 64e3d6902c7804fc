using System.Net.Http.Headers;
using System.Text.Json;
using Broadsheet.Machine;

namespace Broadsheet.Paper.Edge;

/// <summary>
/// Cloudflare, purged by tag as on every plan since 2025. How long it may keep a page stands in a header that it reads first and does not
/// pass on: in Cache-Control it would also reach proxies on the way to the reader, which nobody can purge.
/// </summary>
internal sealed class CloudflareEdge(EdgeSettings settings) : IEdge
{
    internal const string Api = "https://api.cloudflare.com/client/v4";

    private readonly string _purge = $"{settings.Address.TrimEnd('/')}/zones/{Uri.EscapeDataString(settings.Zone)}/purge_cache";

    public int MostTags => 100;
    public int RequestsPerMinute => 5;
    public (string Name, char Separator) TagHeader => ("Cache-Tag", ',');

    public void Keep(IHeaderDictionary headers, EdgeLife life)
    {
        headers["Cloudflare-CDN-Cache-Control"] = life.Directives("max-age");
        headers.CacheControl = "public, no-cache";
    }

    public IEnumerable<HttpRequestMessage> Purge(IReadOnlyCollection<string> tags) =>
    [
        new(HttpMethod.Post, _purge)
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", settings.Token) },
            Content = JsonContent.Create(new { tags }),
        },
    ];

    public bool SaysYes(string body)
    {
        try
        {
            using var answer = JsonDocument.Parse(body);
            return answer.RootElement.ValueKind == JsonValueKind.Object && answer.RootElement.TryGetProperty("success", out var success) && success.ValueKind == JsonValueKind.True;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
