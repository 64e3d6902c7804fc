using Broadsheet.Machine;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Storage;

/// <summary>
/// Brings the database to this program's schema. EF's own lock on SQLite is a row that survives a kill and makes
/// every later start wait for ever; ours is a lock on a file (SQLite) or an advisory lock (PostgreSQL), which the
/// system lets go with the process. Each migration runs in one transaction, so a kill leaves it whole or undone.
/// </summary>
public static class DatabaseUpgrade
{
    // Any constant of our own; pg_advisory_lock takes 64 bits. The letters of "Brdsheet".
    private const long AdvisoryLock = 0x4272647368656574;

    public static async Task UpgradeAsync(this Newspaper newspaper, MachineSettings machine, CancellationToken stop = default)
    {
        if (newspaper is PostgresNewspaper) await UpgradePostgresAsync(newspaper, machine, stop);
        else await UpgradeSqliteAsync(newspaper, machine, stop);
    }

    private static async Task UpgradeSqliteAsync(Newspaper newspaper, MachineSettings machine, CancellationToken stop)
    {
        await using var held = await HoldFileAsync(machine.DatabaseFile + ".upgrade", stop);
        if (await AppliedMigrations.AreAllAsync(machine, newspaper.GetType(), stop)) return;
        await newspaper.WriteAsync(() => DropStaleLockAsync(newspaper, stop), stop);
        await newspaper.Database.MigrateAsync(stop);
    }

    // We hold the file, so nobody else is migrating: a row here can only be what a killed process left behind.
    private static Task DropStaleLockAsync(Newspaper newspaper, CancellationToken stop) =>
        newspaper.Database.ExecuteSqlAsync($"DROP TABLE IF EXISTS __EFMigrationsLock", stop);

    private static async Task UpgradePostgresAsync(Newspaper newspaper, MachineSettings machine, CancellationToken stop)
    {
        // Held by a connection of its own: EF opens and closes the context's as it likes. Not a pooled one: that would
        // go back to the pool with the lock still on it.
        await using var holder = await PlainConnection.OpenAsync(machine, stop);
        await using var hold = holder.CreateCommand();
        hold.CommandText = $"SELECT pg_advisory_lock({AdvisoryLock})";
        await hold.ExecuteNonQueryAsync(stop);

        if (await AppliedMigrations.AreAllAsync(machine, newspaper.GetType(), stop)) return;
        await newspaper.Database.MigrateAsync(stop);
    }

    private static async Task<FileStream> HoldFileAsync(string path, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException held) when (held.IsHeldByAnother)
            {
                // Another process is upgrading this folder; it ends or dies, and either way lets go.
                await Task.Delay(100, stop);
            }
        }
    }
}
