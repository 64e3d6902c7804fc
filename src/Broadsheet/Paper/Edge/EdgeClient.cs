using System.Net;

namespace Broadsheet.Paper.Edge;

/// <param name="Problem">Why the edge did not purge; null when it did. Never holds what was sent.</param>
/// <param name="Wait">How long it asked us to wait.</param>
internal sealed record EdgeAnswer(string? Problem, TimeSpan? Wait = null)
{
    internal static readonly EdgeAnswer Yes = new(null as string);
}

/// <summary>
/// Speaks to the edge. The address is the operator's, fixed at the start, and no redirect is followed: nothing that a reader or an
/// editor types can lead it elsewhere (promise 16).
/// </summary>
internal sealed class EdgeClient(IHttpClientFactory clients, TimeProvider clock)
{
    internal const string Name = "edge";

    private const int LongestBody = 64 * 1024;

    // All of a turn's requests: shorter than the turn itself.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    internal static void Configure(IServiceCollection services) => services
        .AddHttpClient(Name, client =>
        {
            client.Timeout = TimeSpan.FromSeconds(10);
            client.MaxResponseContentBufferSize = LongestBody;
        })
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        // The framework's own log of requests can be turned up until it prints headers, and one of them is the token.
        .RemoveAllLoggers();

    /// <summary>Sends requests until one is refused. Never throws: what went wrong is the answer.</summary>
    internal async Task<EdgeAnswer> SendAsync(IEdge edge, IEnumerable<IReadOnlyCollection<string>> batches, CancellationToken stop)
    {
        using var client = clients.CreateClient(Name);
        using var time = CancellationTokenSource.CreateLinkedTokenSource(stop);
        time.CancelAfter(Longest);
        foreach (var request in batches.SelectMany(edge.Purge))
        {
            using (request)
            {
                if (await SendAsync(client, edge, request, time.Token) is { Problem: not null } no) return no;
            }
        }
        return EdgeAnswer.Yes;
    }

    private async Task<EdgeAnswer> SendAsync(HttpClient client, IEdge edge, HttpRequestMessage request, CancellationToken stop)
    {
        try
        {
            using var answer = await client.SendAsync(request, stop);
            if (answer.IsSuccessStatusCode) return edge.SaysYes(await answer.Content.ReadAsStringAsync(stop)) ? EdgeAnswer.Yes : new("it answered 200, but not that it purged");
            return new(Words(answer.StatusCode), WaitOf(answer));
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or IOException)
        {
            return new(failure is OperationCanceledException ? "it did not answer in time" : failure.Message);
        }
    }

    private TimeSpan? WaitOf(HttpResponseMessage answer) => answer.Headers.RetryAfter switch
    {
        { Delta: { } wait } => wait,
        { Date: { } date } when date > clock.GetUtcNow() => date - clock.GetUtcNow(),
        _ => null,
    };

    private static string Words(HttpStatusCode status) => status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
        ? $"it answered {(int)status}: look at Edge:Token and what it allows"
        : $"it answered {(int)status}";
}
