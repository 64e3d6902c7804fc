using Broadsheet.Machine;

namespace Broadsheet.Paper.Edge;

/// <summary>Fastly, purged by surrogate key, hard: softly purged, the next reader would get the old page once more.</summary>
internal sealed class FastlyEdge(EdgeSettings settings) : IEdge
{
    internal const string Api = "https://api.fastly.com";

    private readonly string _purge = $"{settings.Address.TrimEnd('/')}/service/{Uri.EscapeDataString(settings.Zone)}/purge";

    public int MostTags => 256;
    public int RequestsPerMinute => 0;
    public (string Name, char Separator) TagHeader => ("Surrogate-Key", ' ');

    public void Keep(IHeaderDictionary headers, EdgeLife life)
    {
        headers["Surrogate-Control"] = life.Directives("max-age");
        headers.CacheControl = "public, no-cache";
    }

    public IEnumerable<HttpRequestMessage> Purge(IReadOnlyCollection<string> tags) =>
    [
        new(HttpMethod.Post, _purge)
        {
            Headers = { { "Fastly-Key", settings.Token }, { "Accept", "application/json" } },
            Content = JsonContent.Create(new { surrogate_keys = tags }),
        },
    ];
}
