using Broadsheet.Machine;
using Broadsheet.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Storage;

public sealed class UpgradeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("broadsheet-upgrade-").FullName;

    [Theory, OnBoth]
    public async Task Two_programs_that_start_at_once_on_an_empty_database_both_succeed(On on)
    {
        var machine = await TestDatabases.MakeEmptyAsync(on, new MachineSettings { Data = _folder });

        await Task.WhenAll(UpgradeAsync(machine), UpgradeAsync(machine));
        await UpgradeAsync(machine);

        await TestDatabases.DropAsync(machine);
    }

    [Fact]
    public async Task A_lock_row_that_a_killed_program_left_behind_holds_nobody_up()
    {
        var machine = new MachineSettings { Data = _folder };
        await using (var file = new SqliteConnection(SqliteConnections.To(machine.DatabaseFile) + ";Pooling=false"))
        {
            await file.OpenAsync();
            await using var command = new SqliteCommand("""
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00');
                """, file);
            await command.ExecuteNonQueryAsync();
        }

        await UpgradeAsync(machine);

        await TestDatabases.DropAsync(machine);
    }

    [Theory, OnBoth]
    public async Task The_migrations_that_are_looked_for_are_those_that_are_applied(On on)
    {
        var machine = await TestDatabases.MakeEmptyAsync(on, new MachineSettings { Data = _folder });
        await using var app = Program.Build(machine);
        await using var scope = app.Services.CreateAsyncScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();

        Assert.Equal(newspaper.Database.GetMigrations().Order(), AppliedMigrations.Known(newspaper.GetType()).Order());

        await TestDatabases.DropAsync(machine);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_told_at_once() =>
        await Assert.ThrowsAsync<DirectoryNotFoundException>(() => UpgradeAsync(new MachineSettings { Data = Path.Combine(_folder, "absent") }));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task UpgradeAsync(MachineSettings machine)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await using var app = Program.Build(machine);
        await using var scope = app.Services.CreateAsyncScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();
        await newspaper.UpgradeAsync(machine, limit.Token);
        Assert.Empty(await newspaper.Database.GetPendingMigrationsAsync(limit.Token));
    }
}
