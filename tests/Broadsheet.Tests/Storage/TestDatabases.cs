using Broadsheet.Bench;
using Broadsheet.Machine;
using Broadsheet.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

[assembly: AssemblyFixture(typeof(Broadsheet.Tests.Storage.TestDatabases))]

namespace Broadsheet.Tests.Storage;

/// <summary>
/// Databases for tests: each gets one of its own, copied from a template that was migrated once. PostgreSQL is started
/// when the first test asks for it, and stopped after the last.
/// </summary>
public sealed class TestDatabases : IAsyncDisposable
{
    private static readonly Lazy<Task<PostgresServer>> Server = new(PostgresServer.StartAsync);
    private static readonly Lazy<Task<byte[]>> SqliteTemplate = new(MakeSqliteTemplateAsync);
    private static readonly Lazy<Task<string>> PostgresTemplate = new(MakePostgresTemplateAsync);
    private static readonly SemaphoreSlim OneCopy = new(1);
    private static int _names;

    /// <summary>Puts a migrated database under <paramref name="machine"/>.</summary>
    public static async Task<MachineSettings> MakeAsync(On on, MachineSettings machine)
    {
        if (on == On.Postgres) return machine with { Database = await MakePostgresAsync(await PostgresTemplate.Value) };
        await File.WriteAllBytesAsync(machine.DatabaseFile, await SqliteTemplate.Value);
        return machine;
    }

    /// <summary>Puts a database without any table under <paramref name="machine"/>.</summary>
    public static async Task<MachineSettings> MakeEmptyAsync(On on, MachineSettings machine) =>
        on == On.Postgres ? machine with { Database = await MakePostgresAsync("template0") } : machine;

    public static async Task DropAsync(MachineSettings machine)
    {
        if (machine.OnPostgres)
        {
            await using (var pool = new NpgsqlConnection(PostgresConnections.To(machine.Database))) NpgsqlConnection.ClearPool(pool);
            await (await Server.Value).ExecuteAsync($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(machine.Database).Database} WITH (FORCE)");
        }
        else
        {
            await using var pool = new SqliteConnection(SqliteConnections.To(machine.DatabaseFile));
            SqliteConnection.ClearPool(pool);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Server.IsValueCreated) await (await Server.Value).DisposeAsync();
    }

    private static async Task<string> MakePostgresAsync(string template)
    {
        var name = $"paper_{Interlocked.Increment(ref _names)}";
        // A template must have no connection; copying it in turn is quicker than finding out.
        await OneCopy.WaitAsync();
        try
        {
            await (await Server.Value).ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        }
        finally
        {
            OneCopy.Release();
        }
        return (await Server.Value).ConnectionTo(name);
    }

    private static async Task<string> MakePostgresTemplateAsync()
    {
        var connection = await MakePostgresAsync("template0");
        await MigrateAsync(new MachineSettings { Data = Path.GetTempPath(), Database = connection });
        await using var pool = new NpgsqlConnection(PostgresConnections.To(connection));
        NpgsqlConnection.ClearPool(pool);
        return pool.Database;
    }

    private static async Task<byte[]> MakeSqliteTemplateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("broadsheet-template-").FullName;
        var machine = new MachineSettings { Data = folder };
        await MigrateAsync(machine);
        await DropAsync(machine);
        var bytes = await File.ReadAllBytesAsync(machine.DatabaseFile);
        Directory.Delete(folder, recursive: true);
        return bytes;
    }

    private static async Task MigrateAsync(MachineSettings machine)
    {
        await using var app = Program.Build(machine, builder => builder.Logging.SetMinimumLevel(LogLevel.Warning));
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Newspaper>().UpgradeAsync(machine);
    }
}
