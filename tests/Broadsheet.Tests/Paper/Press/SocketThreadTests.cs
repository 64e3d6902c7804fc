using System.Net;
using System.Net.Sockets;
using System.Text;
using Broadsheet.Bench;
using Broadsheet.Bench.Press;

namespace Broadsheet.Tests.Paper.Press;

/// <summary>Hits are answered on the threads that serve all sockets. Nothing else may ever keep one of those.</summary>
public sealed class SocketThreadTests
{
    private const int Posts = 50;
    private const int Connections = 20;

    [Fact]
    public async Task Fifty_posts_that_block_after_their_body_was_read_hold_no_reader_back()
    {
        var folder = Directory.CreateTempSubdirectory("broadsheet-blocked-").FullName;
        try
        {
            await PaperProcess.CommandAsync("sample", "--articles", "10", "--data", folder);
            var holding = Path.Combine(folder, "holding");
            await File.WriteAllTextAsync(holding, "");
            await using var paper = await PaperProcess.StartBlockingAsync(folder, holding);
            await paper.Client.GetStringAsync(new Uri("/", UriKind.Relative));

            // Connections from before the pool is full: a new one needs the pool.
            using var readers = new Readers(paper.Client.BaseAddress!.Port, Connections);
            await readers.AskAsync();
            var posts = Enumerable.Range(0, Posts).Select(number => SendSlowlyAsync(paper.Client.BaseAddress!.Port, $"words={number}")).ToList();
            await BlockedAsync(folder);

            for (var times = 0; times < 20; times++) await readers.AskAsync();
            Assert.All(posts, post => Assert.False(post.IsCompleted));

            File.Delete(holding);
            Assert.Equal(Enumerable.Range(0, Posts).Select(number => $"{number}"), await Task.WhenAll(posts));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // More than there are threads for sockets. Were they blocked, a third post would never come in.
    private static async Task BlockedAsync(string folder)
    {
        for (var given = DateTimeOffset.UtcNow.AddMinutes(2); Directory.GetFiles(folder, "holding.*").Length <= Environment.ProcessorCount; await Task.Delay(20))
            Assert.True(DateTimeOffset.UtcNow < given, "Posts that block keep others from coming in.");
    }

    // The body comes after its headers, so that the server waits for it: the wait is what comes back on the socket's thread.
    private static async Task<string> SendSlowlyAsync(int port, string body)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST {BlockedPosts.Path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\n\r\n"));
        await Task.Delay(200);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(body));
        using var reader = new StreamReader(stream);
        return (await reader.ReadToEndAsync()).Split("\r\n\r\n")[1].Split("\r\n") is var lines && lines.Length > 1 ? lines[1] : lines[0];
    }

    private sealed class Readers(int port, int count) : IDisposable
    {
        private readonly List<HttpClient> _clients = [.. Enumerable.Range(0, count).Select(_ => new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 1 }) { BaseAddress = new Uri($"http://127.0.0.1:{port}") })];

        internal async Task AskAsync()
        {
            foreach (var page in await Task.WhenAll(_clients.Select(client => client.GetStringAsync(new Uri("/", UriKind.Relative))))) Assert.Contains("<html", page, StringComparison.Ordinal);
        }

        public void Dispose() => _clients.ForEach(client => client.Dispose());
    }
}
