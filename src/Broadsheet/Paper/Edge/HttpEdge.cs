using System.Net.Http.Headers;
using Broadsheet.Machine;

namespace Broadsheet.Paper.Edge;

/// <summary>
/// Any other cache: it reads s-maxage and Cache-Tag, and a POST of <c>{"tags": […]}</c> to an address of the operator's makes it forget. What
/// stands at that address is the operator's: a few lines that speak to a CDN that has no driver here.
/// </summary>
internal sealed class HttpEdge(EdgeSettings settings) : IEdge
{
    public int MostTags => 1000;
    public int RequestsPerMinute => 0;
    public (string Name, char Separator) TagHeader => ("Cache-Tag", ',');

    public void Keep(IHeaderDictionary headers, EdgeLife life) => headers.CacheControl = EdgeText.Shared(life);

    public IEnumerable<HttpRequestMessage> Purge(IReadOnlyCollection<string> tags) =>
    [
        new(HttpMethod.Post, settings.Address)
        {
            Headers = { Authorization = settings.Token.Length > 0 ? new AuthenticationHeaderValue("Bearer", settings.Token) : null },
            Content = JsonContent.Create(new { tags }),
        },
    ];
}
