using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Broadsheet.Tests.Articles;

/// <summary>Stands in front of a paper as a CDN does, and goes on giving the page of before at one path until it lets go.</summary>
internal sealed class HoldingProxy : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly string _path;
    private readonly Task _serving;
    private byte[]? _held;

    internal HoldingProxy(string path)
    {
        _path = path;
        Address = $"http://127.0.0.1:{FreePort()}";
        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _serving = Task.Run(ServeAsync);
    }

    internal string Address { get; }
    internal HttpClient Behind { get; set; } = null!;
    internal ConcurrentQueue<string> Asked { get; } = [];

    internal async Task HoldAsync() => _held = await Behind.GetByteArrayAsync(_path);

    internal void LetGo() => _held = null;

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _serving;
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try { context = await _listener.GetContextAsync(); }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException) { return; }
            await AnswerAsync(context);
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        Asked.Enqueue(context.Request.UserHostName);
        var path = context.Request.Url!.AbsolutePath;
        if (_held is { } held && path == _path)
        {
            await context.Response.OutputStream.WriteAsync(held);
        }
        else
        {
            // No tag goes through: what is compared then is the page itself.
            using var answer = await Behind.GetAsync(path);
            context.Response.StatusCode = (int)answer.StatusCode;
            await context.Response.OutputStream.WriteAsync(await answer.Content.ReadAsByteArrayAsync());
        }
        context.Response.Close();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
