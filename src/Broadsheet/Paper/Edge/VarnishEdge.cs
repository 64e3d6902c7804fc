using Broadsheet.Machine;

namespace Broadsheet.Paper.Edge;

/// <summary>One or several Varnishes of our own with <c>deploy/varnish/broadsheet.vcl</c>, which purges by xkey.</summary>
internal sealed class VarnishEdge(EdgeSettings settings) : IEdge
{
    private static readonly HttpMethod Method = new("PURGE");

    private readonly string[] _addresses = settings.Address.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // 600 tags take 3,600 bytes at the most, and Varnish reads header lines of 8 KB.
    public int MostTags => 600;
    public int RequestsPerMinute => 0;
    public (string Name, char Separator) TagHeader => ("Surrogate-Key", ' ');

    public void Keep(IHeaderDictionary headers, EdgeLife life) => headers.CacheControl = EdgeText.Shared(life);

    public IEnumerable<HttpRequestMessage> Purge(IReadOnlyCollection<string> tags)
    {
        foreach (var address in _addresses)
        {
            var request = new HttpRequestMessage(Method, address);
            request.Headers.TryAddWithoutValidation("Surrogate-Key", string.Join(' ', tags));
            yield return request;
        }
    }
}
