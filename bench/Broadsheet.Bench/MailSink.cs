using System.Diagnostics;
using System.Globalization;

namespace Broadsheet.Bench;

/// <summary>A mail as the sink took it.</summary>
/// <param name="At">Seconds, by the sink's clock.</param>
public sealed record TakenMail(double At, string Id, string To);

/// <summary>A real SMTP server (Debian's aiosmtpd) that takes every mail and notes when, which and for whom, in a process of its own.</summary>
public sealed class MailSink : IAsyncDisposable
{
    private const string Server = """
        import sys, asyncio, re, time
        from aiosmtpd.smtp import SMTP
        log, pause = open(sys.argv[1], 'a', buffering=1), float(sys.argv[2])
        find = re.compile(rb'^message-id:\s*(\S+)', re.I | re.M)
        class Sink:
            async def handle_DATA(self, server, session, envelope):
                if pause: await asyncio.sleep(pause)
                log.write('%.6f\t%s\t%s\n' % (time.time(), find.search(envelope.original_content).group(1).decode(), envelope.rcpt_tos[0]))
                return '250 OK'
        async def main():
            server = await asyncio.get_running_loop().create_server(lambda: SMTP(Sink(), hostname='sink'), '127.0.0.1', 0)
            print(server.sockets[0].getsockname()[1], flush=True)
            await server.serve_forever()
        asyncio.run(main())
        """;

    private readonly Process _process;
    private readonly string _log;

    private MailSink(Process process, string log, int port) => (_process, _log, Port) = (process, log, port);

    public int Port { get; }

    public int Count => File.Exists(_log) ? File.ReadLines(_log).Count() : 0;

    /// <param name="pause">How long it thinks about each mail.</param>
    public static async Task<MailSink> OpenAsync(TimeSpan pause = default)
    {
        var log = Path.Combine(Directory.CreateTempSubdirectory("broadsheet-sink-").FullName, "taken");
        var process = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-c", Server, log, pause.TotalSeconds.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true })!;
        return new(process, log, int.Parse((await process.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture));
    }

    /// <summary>All it took, in order.</summary>
    public List<TakenMail> Read() => [.. File.ReadLines(_log).Select(line => line.Split('\t')).Where(parts => parts.Length == 3).Select(parts => new TakenMail(double.Parse(parts[0], CultureInfo.InvariantCulture), parts[1], parts[2]))];

    /// <summary>Waits until it has taken so many.</summary>
    public async Task WaitForAsync(int count, TimeSpan patience)
    {
        for (var watch = Stopwatch.StartNew(); Count < count; await Task.Delay(10))
            if (watch.Elapsed > patience) throw new InvalidOperationException($"The sink has {Count} mails after {patience}, not {count}.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(Path.GetDirectoryName(_log)!, recursive: true);
    }
}
