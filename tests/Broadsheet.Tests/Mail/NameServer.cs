using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Broadsheet.Mail.Checking;

namespace Broadsheet.Tests.Mail;

/// <summary>A real DNS server (Debian's dnsmasq) that knows what it is told of .example, and nothing else.</summary>
public sealed class NameServer : IAsyncDisposable
{
    private readonly Process _process;

    private NameServer(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    public MailDns Dns => new(new IPEndPoint(IPAddress.Loopback, Port));

    /// <param name="records">As dnsmasq's options name them: "mx-host=harbour.example,mail.harbour.example,10".</param>
    public static async Task<NameServer> OpenAsync(params IEnumerable<string> records)
    {
        var port = Browser.Desk.FreePort();
        string[] own = ["--keep-in-foreground", "--conf-file=/dev/null", "--no-resolv", "--no-hosts", "--listen-address=127.0.0.1", "--bind-interfaces", "--pid-file=", "--local=/example/", "--local=/in-addr.arpa/",
            $"--user={Environment.UserName}", string.Create(CultureInfo.InvariantCulture, $"--port={port}")];
        var process = Process.Start("/usr/sbin/dnsmasq", [.. own, .. records.Select(record => $"--{record}")])!;
        var server = new NameServer(process, port);
        // By TCP, which says at once whether it listens yet: a question by UDP would wait five seconds for its answer.
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var tcp = new TcpClient();
                await tcp.ConnectAsync(IPAddress.Loopback, port);
                return server;
            }
            catch (SocketException) when (tries < 400 && !process.HasExited)
            {
                await Task.Delay(20);
            }
        }
    }

    /// <summary>A text, in parts of what one may be long.</summary>
    public static string Text(string name, string text) => $"txt-record={name},{string.Join(',', text.Chunk(250).Select(part => new string(part)))}";

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
