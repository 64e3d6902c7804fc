using System.Data.Common;
using Broadsheet.Machine;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Broadsheet.Storage;

/// <summary>
/// A connection around EF, for what is asked before EF's model stands (it takes most of a second to build) or must not be
/// answered by a pool: whether the database is there at all.
/// </summary>
internal static class PlainConnection
{
    /// <summary>Opens the paper's database as it is; a file that is not there is not made.</summary>
    /// <exception cref="DbException">It cannot be reached.</exception>
    internal static async Task<DbConnection> OpenAsync(MachineSettings machine, CancellationToken stop)
    {
        DbConnection connection = machine.OnPostgres
            ? new NpgsqlConnection(new NpgsqlConnectionStringBuilder(machine.Database) { Pooling = false }.ConnectionString)
            : new SqliteConnection(new SqliteConnectionStringBuilder(SqliteConnections.To(machine.DatabaseFile)) { Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync(stop);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
