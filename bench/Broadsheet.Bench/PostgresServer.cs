using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Broadsheet.Bench;

/// <summary>
/// A real PostgreSQL in a throwaway folder on a port of loopback. In tests it never syncs to disk: they ask what
/// Broadsheet does, not what PostgreSQL survives. It ends when we do, however we end: its shell waits on our pipe.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("broadsheet-postgres-").FullName;
    private readonly int _port = FreePort();
    private readonly bool _syncs;
    private Process _process = null!;

    private PostgresServer(bool syncs) => _syncs = syncs;

    public static Task<PostgresServer> StartAsync() => StartAsync(syncs: false);

    /// <param name="syncs">Whether a commit waits for the disk, as on a machine that matters.</param>
    public static async Task<PostgresServer> StartAsync(bool syncs)
    {
        var server = new PostgresServer(syncs);
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>Stops it as a fault would: connections are cut. <see cref="StartAgainAsync"/> brings it back on the same data.</summary>
    public async Task StopAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    public string ConnectionTo(string database) =>
        $"Host=127.0.0.1;Port={_port};Username=broadsheet;Database={database};Maximum Pool Size=20;Include Error Detail=true";

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionTo("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }

    public async Task StartAgainAsync()
    {
        var programs = Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(path => int.Parse(Path.GetFileName(path), CultureInfo.InvariantCulture)).First() + "/bin";
        var script = $"""
            set -e
            [ -d {_folder}/data ] || {programs}/initdb -D {_folder}/data -U broadsheet -A trust -E UTF8 --locale=C.UTF-8 --no-sync > {_folder}/log 2>&1
            {programs}/postgres -D {_folder}/data -p {_port} -k {_folder} -c listen_addresses=127.0.0.1 {(_syncs ? "" : "-c fsync=off -c synchronous_commit=off -c full_page_writes=off")} \
              -c max_connections=400 -c shared_buffers=64MB >> {_folder}/log 2>&1 < /dev/null &
            cat > /dev/null
            kill -QUIT $!
            wait $! || true
            """;

        // PostgreSQL refuses to run as root; Debian's package brings a user for it.
        var start = Environment.IsPrivilegedProcess
            ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", "sh", "-c", script])
            : new ProcessStartInfo("sh", ["-c", script]);
        if (Environment.IsPrivilegedProcess) await Process.Start("chown", ["postgres", _folder]).WaitForExitAsync();
        start.RedirectStandardInput = true;
        start.WorkingDirectory = "/";
        _process = Process.Start(start)!;

        for (var given = DateTimeOffset.UtcNow.AddMinutes(1); ; await Task.Delay(100))
        {
            try
            {
                await ExecuteAsync("SELECT 1");
                return;
            }
            catch (NpgsqlException) when (DateTimeOffset.UtcNow < given && !_process.HasExited)
            {
                // Still starting.
            }
            catch (NpgsqlException problem)
            {
                throw new InvalidOperationException($"PostgreSQL did not start:\n{await File.ReadAllTextAsync(_folder + "/log")}", problem);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
