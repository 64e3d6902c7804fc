using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Broadsheet.Storage;

/// <summary>
/// Sets what a commit rests on, on every connection each time it leaves the pool, and refuses to go on if SQLite
/// did not take it. Also refuses native libraries with the WAL-reset race that lost commits
/// (3.7.0–3.51.2, and 3.52.0; benbjohnson/litestream#1432).
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    /// <summary>A log longer than this is cut back after a checkpoint, so that one large write does not keep the disk for ever.</summary>
    private const int JournalSizeLimit = 64 * 1024 * 1024;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply(connection);
        return Task.CompletedTask;
    }

    internal static void Apply(DbConnection connection)
    {
        RefuseLossyVersion(((SqliteConnection)connection).ServerVersion);

        Run(connection, $"PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA journal_size_limit={JournalSizeLimit};");
        if (Ask(connection, "journal_mode") is not "wal" || Ask(connection, "synchronous") is not "2" || Ask(connection, "foreign_keys") is not "1")
            throw new InvalidOperationException("SQLite did not take WAL, synchronous=FULL and foreign_keys=ON; the database is not opened, because commits could be lost.");
    }

    internal static void RefuseLossyVersion(string version)
    {
        var native = Version.Parse(version);
        if (native < new Version(3, 51, 3) || native == new Version(3, 52, 0))
            throw new InvalidOperationException($"SQLite {version} can lose commits (WAL-reset race). Broadsheet needs 3.51.3 or later, and not 3.52.0.");
    }

    private static void Run(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string? Ask(DbConnection connection, string pragma)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";
        return command.ExecuteScalar()?.ToString();
    }
}
