using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Broadsheet.Tests.Paper.Edge;

/// <summary>
/// A real Varnish with our own VCL, on a port of loopback, in front of a port where a newsroom will listen. It ends when we do, however
/// we end: its shell waits on our pipe.
/// </summary>
public sealed class VarnishServer : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("broadsheet-varnish-").FullName;
    private Process _process = null!;

    /// <summary>Where readers ask it.</summary>
    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    /// <summary>Where the newsroom must listen.</summary>
    public string Behind { get; } = $"http://127.0.0.1:{FreePort()}";

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    public async ValueTask InitializeAsync()
    {
        var vcl = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "deploy", "broadsheet.vcl"));
        await File.WriteAllTextAsync($"{_folder}/our.vcl", vcl.Replace("\"5080\"", $"\"{new Uri(Behind).Port}\"", StringComparison.Ordinal));
        // Without a jail: the folder is ours, and nothing but this test speaks to it.
        var script = $"""
            varnishd -j none -a {Address.Authority} -T 127.0.0.1:0 -f {_folder}/our.vcl -n {_folder}/work -s malloc,64m -F > {_folder}/log 2>&1 < /dev/null &
            cat > /dev/null
            kill $!
            wait $! || true
            """;
        _process = Process.Start(new ProcessStartInfo("sh", ["-c", script]) { RedirectStandardInput = true, WorkingDirectory = "/", Environment = { ["PATH"] = "/usr/sbin:/usr/bin:/sbin:/bin" } })!;

        // Compiling the VCL takes a second or, on a busy machine, many.
        for (var given = DateTimeOffset.UtcNow.AddMinutes(1); ; await Task.Delay(100))
        {
            try
            {
                using var socket = new TcpClient();
                await socket.ConnectAsync(IPAddress.Loopback, Address.Port);
                return;
            }
            catch (SocketException) when (DateTimeOffset.UtcNow < given && !_process.HasExited)
            {
                // Still starting.
            }
            catch (SocketException problem)
            {
                throw new InvalidOperationException($"Varnish did not start:\n{await File.ReadAllTextAsync(_folder + "/log")}", problem);
            }
        }
    }

    /// <summary>Forgets every page: the next test has another paper behind it.</summary>
    public async Task EmptyAsync()
    {
        using var ban = Process.Start(new ProcessStartInfo("varnishadm", ["-n", $"{_folder}/work", "ban", "req.url ~ ."]) { RedirectStandardOutput = true })!;
        await ban.WaitForExitAsync();
        Assert.Equal(0, ban.ExitCode);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
