using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Broadsheet.Tests.Notices;

/// <summary>A real IMAP server (Debian's dovecot) with one mailbox.</summary>
public sealed class ReturnBox : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder;
    private int _number;

    private ReturnBox(Process process, string folder, int port) => (_process, _folder, Port) = (process, folder, port);

    public int Port { get; }

    public string Address => $"imap://post:secret@127.0.0.1:{Port}";

    public static async Task<ReturnBox> OpenAsync()
    {
        var (folder, port) = (Directory.CreateTempSubdirectory("broadsheet-returns-").FullName, Browser.Desk.FreePort());
        foreach (var part in new[] { "run", "state", "home", "mail/cur", "mail/new", "mail/tmp" }) Directory.CreateDirectory(Path.Combine(folder, part));
        var (user, group) = Environment.IsPrivilegedProcess ? ("nobody", "nogroup") : (Environment.UserName, Environment.UserName);
        await File.WriteAllTextAsync(Path.Combine(folder, "conf"), string.Create(CultureInfo.InvariantCulture, $$"""
            base_dir = {{folder}}/run
            state_dir = {{folder}}/state
            log_path = {{folder}}/log
            protocols = imap
            ssl = no
            disable_plaintext_auth = no
            mail_location = maildir:{{folder}}/mail
            mail_fsync = never
            first_valid_uid = 1
            first_valid_gid = 1
            {{(Environment.IsPrivilegedProcess ? "" : $"default_internal_user = {user}\ndefault_internal_group = {group}\ndefault_login_user = {user}")}}
            passdb {
              driver = static
              args = password=secret
            }
            userdb {
              driver = static
              args = uid={{user}} gid={{group}} home={{folder}}/home
            }
            service imap-login {
              chroot =
              inet_listener imap {
                address = 127.0.0.1
                port = {{port}}
              }
              inet_listener imaps {
                port = 0
              }
            }
            service anvil {
              chroot =
            }
            """));
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("/bin/chmod", "755", folder);
            await RunAsync("/bin/chown", "-R", $"{user}:{group}", Path.Combine(folder, "mail"), Path.Combine(folder, "home"));
        }
        var process = Process.Start("/usr/sbin/dovecot", ["-F", "-c", Path.Combine(folder, "conf")])!;
        var box = new ReturnBox(process, folder, port);
        await box.WaitAsync();
        return box;
    }

    /// <summary>Lays a mail into the box, as a mail server does.</summary>
    public async Task PutAsync(string mail)
    {
        var part = Path.Combine(_folder, "mail", "tmp", $"{++_number}.test");
        await File.WriteAllTextAsync(part, mail.ReplaceLineEndings("\n"), new UTF8Encoding(false));
        if (Environment.IsPrivilegedProcess) await RunAsync("/bin/chmod", "666", part);
        File.Move(part, Path.Combine(_folder, "mail", "new", $"{_number}.test"));
    }

    /// <summary>How many mails are marked as read.</summary>
    public int Read => Directory.GetFiles(Path.Combine(_folder, "mail", "cur")).Count(name => name[name.LastIndexOf(',')..].Contains('S', StringComparison.Ordinal));

    private static async Task RunAsync(string program, params string[] words)
    {
        using var process = Process.Start(program, words);
        await process.WaitForExitAsync();
    }

    private async Task WaitAsync()
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync("127.0.0.1", Port);
                return;
            }
            catch (SocketException) when (tries < 240 && !_process.HasExited)
            {
                await Task.Delay(250);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Its children end with it when it is asked to end, not when it is killed.
        await RunAsync("/bin/kill", "-TERM", $"{_process.Id}");
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
