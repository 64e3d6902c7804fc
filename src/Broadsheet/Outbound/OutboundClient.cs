using System.Net;
using System.Net.Sockets;
using System.Text;
using Broadsheet.Machine;

namespace Broadsheet.Outbound;

/// <summary>
/// The one way to addresses that somebody typed. Each connection, those of redirects too, goes to an address that was looked up and
/// checked at that moment, so that no name can lead into the machine or its network. Nothing is kept: no cookie, no credential, no proxy.
/// </summary>
public sealed class OutboundClient : IDisposable
{
    private const int MostRedirects = 5;

    // A head comes within the client's own limit; what follows it could drip for ever.
    private static readonly TimeSpan LongestReading = TimeSpan.FromSeconds(5);

    private readonly HttpClient _client;
    private readonly MachineSettings _machine;
    private readonly OutboundRules _rules;

    public OutboundClient(MachineSettings machine)
    {
        (_machine, _rules) = (machine, new OutboundRules(machine.OutboundAllow));
        _client = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(5),
            MaxResponseHeadersLength = 64,
            ConnectCallback = ConnectAsync,
        })
        {
            Timeout = TimeSpan.FromSeconds(20),
            DefaultRequestHeaders = { { "User-Agent", "Broadsheet" } },
        };
    }

    /// <summary>
    /// Asks an address and follows where it leads. Only the head of the answer is read.
    /// </summary>
    /// <returns>The status at the end of the way.</returns>
    /// <exception cref="OutboundException">It may not be asked, or did not answer.</exception>
    public async Task<HttpStatusCode> StatusAsync(HttpMethod method, Uri address, string purpose, CancellationToken stop)
    {
        for (var step = 0; step <= MostRedirects; step++)
        {
            using var answer = await AskAsync(method, address, null, purpose, stop);
            if ((int)answer.StatusCode is not (301 or 302 or 303 or 307 or 308) || answer.Headers.Location is not { } next) return answer.StatusCode;
            address = new Uri(address, next);
        }
        throw new OutboundException(OutboundProblem.Silent, "It leads on and on.");
    }

    /// <summary>Reads a text from an address that leads nowhere else.</summary>
    /// <param name="most">Bytes. Longer ones are not read.</param>
    /// <exception cref="OutboundException">It may not be asked, or did not answer with such a text.</exception>
    public async Task<string> ReadTextAsync(Uri address, int most, string purpose, CancellationToken stop)
    {
        using var answer = await AskAsync(HttpMethod.Get, address, null, purpose, stop);
        try
        {
            if (!answer.IsSuccessStatusCode) throw new OutboundException(OutboundProblem.Silent, $"It answered {(int)answer.StatusCode}.");
            await answer.Content.LoadIntoBufferAsync(most, stop);
            return await answer.Content.ReadAsStringAsync(stop);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            throw new OutboundException(OutboundProblem.Silent, failure.Message);
        }
    }

    /// <summary>Sends something to an address. Where it leads on to is not followed: whoever wants to be told says where.</summary>
    /// <returns>The status of the answer, of which nothing more is read.</returns>
    /// <exception cref="OutboundException">It may not be asked, or did not answer.</exception>
    public async Task<HttpStatusCode> PostAsync(Uri address, HttpContent content, string purpose, CancellationToken stop)
    {
        using var answer = await AskAsync(HttpMethod.Post, address, content, purpose, stop);
        return answer.StatusCode;
    }

    /// <summary>The same, and reads the beginning of the answer: for a log in which somebody looks for the reason.</summary>
    /// <param name="most">Bytes of it.</param>
    /// <exception cref="OutboundException">It may not be asked, or did not answer.</exception>
    public async Task<OutboundAnswer> PostAndHearAsync(Uri address, HttpContent content, string purpose, int most, CancellationToken stop)
    {
        using var answer = await AskAsync(HttpMethod.Post, address, content, purpose, stop);
        var (beginning, length) = (new byte[most], 0);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(LongestReading);
        try
        {
            await using var stream = await answer.Content.ReadAsStreamAsync(patience.Token);
            while (length < most && await stream.ReadAsync(beginning.AsMemory(length), patience.Token) is > 0 and var more) length += more;
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException || (failure is OperationCanceledException && !stop.IsCancellationRequested))
        {
            // It has answered; that the rest of it does not come changes nothing.
        }
        return new(answer.StatusCode, Encoding.UTF8.GetString(beginning, 0, length));
    }

    /// <summary>Whether the operator named this host and port as one that may be reached although it lies inside.</summary>
    public bool IsNamed(Uri address) => _rules.IsNamed(address);

    /// <summary>Whether it is of a kind that is asked at all. Where it leads is found out when it is asked.</summary>
    public bool MayAsk(Uri address) => _rules.MayAsk(address);

    // The one door: whether it may be asked at all is decided here.
    private async Task<HttpResponseMessage> AskAsync(HttpMethod method, Uri address, HttpContent? content, string purpose, CancellationToken stop)
    {
        if (!_machine.MayReachOutside) throw new OutboundException(OutboundProblem.Refused, "This is a staging copy.");
        if (!_rules.MayAsk(address)) throw new OutboundException(OutboundProblem.Refused, $"It may not be asked: {address.Scheme}, port {address.Port}.");
        using var request = new HttpRequestMessage(method, address) { Content = content };
        request.Headers.UserAgent.ParseAdd($"({purpose})");
        try
        {
            return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
        }
        catch (HttpRequestException failure) when (Inner<OutboundException>(failure) is { } known)
        {
            throw new OutboundException(known.Problem, known.Message);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException || (failure is OperationCanceledException && !stop.IsCancellationRequested))
        {
            throw new OutboundException(OutboundProblem.Silent, failure.Message);
        }
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var found = await LookUpAsync(host, stop);
        // One bad address among good ones is a trick, not a mistake.
        if (!found.All(address => _rules.MayReach(host, address, port))) throw new OutboundException(OutboundProblem.Refused, $"{host} lies inside.");

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(found, port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task<IPAddress[]> LookUpAsync(string host, CancellationToken stop)
    {
        try
        {
            return await Dns.GetHostAddressesAsync(host, stop) is { Length: > 0 } found ? found : throw new OutboundException(OutboundProblem.NoHost, host);
        }
        catch (SocketException unknown) when (unknown.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData)
        {
            throw new OutboundException(OutboundProblem.NoHost, host);
        }
    }

    private static T? Inner<T>(Exception? failure) where T : Exception => failure is null ? null : failure as T ?? Inner<T>(failure.InnerException);

    public void Dispose() => _client.Dispose();
}

/// <param name="Text">Its beginning, read as UTF-8 whatever it is.</param>
public sealed record OutboundAnswer(HttpStatusCode Status, string Text);

public enum OutboundProblem
{
    /// <summary>It lies where nothing of this program may reach.</summary>
    Refused,

    /// <summary>No host has this name.</summary>
    NoHost,

    /// <summary>No answer, or none that can be read.</summary>
    Silent,
}

public sealed class OutboundException(OutboundProblem problem, string message) : Exception(message)
{
    public OutboundProblem Problem { get; } = problem;
}
