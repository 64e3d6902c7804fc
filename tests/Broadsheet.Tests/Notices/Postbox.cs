using System.Diagnostics;
using System.Globalization;

namespace Broadsheet.Tests.Notices;

/// <summary>A real SMTP server (Debian's aiosmtpd) that lays every mail it takes into a folder. It knows no mailbox named nobody.</summary>
public sealed class Postbox : IAsyncDisposable
{
    private const string Server = """
        import sys, os, asyncio
        from aiosmtpd.smtp import SMTP
        folder = sys.argv[1]
        class Box:
            number = 0
            asked = 0
            async def handle_RCPT(self, server, session, envelope, address, options):
                if address.startswith('nobody@'): return '550 No such mailbox'
                slow = os.path.join(folder, 'slow')
                if os.path.exists(slow) and address.endswith('@' + open(slow).read()):
                    Box.asked += 1
                    with open(os.path.join(folder, 'asked'), 'w') as count: count.write(str(Box.asked))
                    return '421 4.7.28 Too many of them'
                envelope.rcpt_tos.append(address)
                return '250 OK'
            async def handle_DATA(self, server, session, envelope):
                refuse = os.path.join(folder, 'refuse')
                if os.path.exists(refuse):
                    os.remove(refuse)
                    return '451 Try again later'
                Box.number += 1
                part = os.path.join(folder, 'part')
                with open(part, 'wb') as mail: mail.write(b'X-MailFrom: ' + envelope.mail_from.encode() + b'\r\n' + envelope.original_content)
                os.rename(part, os.path.join(folder, f'{Box.number:04}.eml'))
                return '250 OK'
        async def main():
            server = await asyncio.get_running_loop().create_server(lambda: SMTP(Box()), '127.0.0.1', 0)
            print(server.sockets[0].getsockname()[1], flush=True)
            await server.serve_forever()
        asyncio.run(main())
        """;

    private readonly Process _process;
    private readonly string _folder;

    private Postbox(Process process, string folder, int port) => (_process, _folder, Port) = (process, folder, port);

    public int Port { get; }

    public static async Task<Postbox> OpenAsync()
    {
        var folder = Directory.CreateTempSubdirectory("broadsheet-postbox-").FullName;
        var process = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-c", Server, folder]) { RedirectStandardOutput = true })!;
        return new(process, folder, int.Parse((await process.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture));
    }

    /// <summary>The next mail is refused for now.</summary>
    public Task RefuseAsync(int times) => File.WriteAllTextAsync(Path.Combine(_folder, "refuse"), times.ToString(CultureInfo.InvariantCulture));

    /// <summary>From now on a domain wants nothing for a while; null: all take mail again.</summary>
    public void Slow(string? domain)
    {
        if (domain is null) File.Delete(Path.Combine(_folder, "slow"));
        else File.WriteAllText(Path.Combine(_folder, "slow"), domain);
    }

    /// <summary>How many mails it was asked to take meanwhile.</summary>
    public int Asked => File.Exists(Path.Combine(_folder, "asked")) ? int.Parse(File.ReadAllText(Path.Combine(_folder, "asked")), CultureInfo.InvariantCulture) : 0;

    public async Task<List<string>> ReadAsync()
    {
        var mails = new List<string>();
        foreach (var file in Directory.GetFiles(_folder, "*.eml").Order(StringComparer.Ordinal)) mails.Add(await File.ReadAllTextAsync(file));
        return mails;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
