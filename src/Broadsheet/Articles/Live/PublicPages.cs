using System.Net;
using Broadsheet.Paper.Press;
using Broadsheet.Web;

namespace Broadsheet.Articles.Live;

/// <summary>
/// Fetches this paper's own pages as a reader does: over HTTP, through the address that the settings give, and whatever stands
/// there in front. No other host can be asked: the address is never taken from a request, and no redirect is followed.
/// </summary>
internal sealed class PublicPages(Hosts hosts) : IDisposable
{
    // A full-text feed is some hundred kilobytes.
    private const int MostBytes = 8 * 1024 * 1024;

    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(3),
        MaxConnectionsPerServer = 6,
        // A CDN moves; an address looked up yesterday is not asked for ever.
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
    })
    {
        Timeout = TimeSpan.FromSeconds(6),
        MaxResponseContentBufferSize = MostBytes,
        DefaultRequestHeaders = { { "User-Agent", "Broadsheet (looks after its own pages)" } },
    };

    /// <summary>Where readers find something of the paper.</summary>
    internal Uri Of(string address) => new UriBuilder(hosts.Address) { Path = address }.Uri;

    /// <summary>What readers get there. Null: nothing, in six seconds.</summary>
    internal async Task<PublicPage?> FetchAsync(string address, CancellationToken stop)
    {
        try
        {
            using var answer = await _client.GetAsync(Of(address), HttpCompletionOption.ResponseContentRead, stop);
            var body = await answer.Content.ReadAsByteArrayAsync(stop);
            var location = answer.Headers.Location is { } to ? new Uri(hosts.Address, to).PathAndQuery : "";
            return new((int)answer.StatusCode, answer.Headers.ETag?.Tag.Trim('"') ?? "", PageVersion.TagOf(body), location, answer.Content.Headers.ContentType?.MediaType ?? "");
        }
        catch (Exception silent) when (silent is HttpRequestException or IOException || (silent is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return null;
        }
    }

    public void Dispose() => _client.Dispose();
}

/// <summary>What came over HTTP.</summary>
internal sealed record PublicPage(int Status, string ETag, string BodyTag, string Location, string Type)
{
    internal bool IsPicture => Status == StatusCodes.Status200OK && Type.StartsWith("image/", StringComparison.Ordinal);

    /// <summary>
    /// Whether it is what the program gives now. The tag is believed first: what compresses a page again keeps it, and so does
    /// what changes bytes on the way. Where nothing stands, that it does not stand there is all there is to compare.
    /// </summary>
    internal bool Is(PageVersion version) => Status == version.Status && Status switch
    {
        StatusCodes.Status200OK => ETag.StartsWith(version.Tag, StringComparison.Ordinal) || BodyTag == version.Tag,
        >= 300 and < 400 => Location == version.Location,
        _ => true,
    };
}
