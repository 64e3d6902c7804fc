using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Broadsheet.Storage;

/// <summary>Tells a database that is away for now from a fault of ours: the first is waited for, and nobody is to blame.</summary>
public static class DatabaseAbsence
{
    /// <summary>Seconds after which it is worth asking again, for <c>Retry-After</c>.</summary>
    public const int RetryAfterSeconds = 10;

    // https://sqlite.org/rescode.html: busy, I/O error, full, cannot open.
    private static readonly int[] SqliteCodes = [5, 10, 13, 14];

    /// <summary>Whether the failure, or what it was caused by, is that the database could not be reached or took nothing.</summary>
    public static bool Is(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is SqliteException file && SqliteCodes.Contains(file.SqliteErrorCode)) return true;
            // Class 57P is a server that stops or starts, 53 one without resources; no state at all is a connection that broke.
            if (cause is PostgresException { SqlState: var state }) return state.StartsWith("57P", StringComparison.Ordinal) || state.StartsWith("53", StringComparison.Ordinal) || state.StartsWith("08", StringComparison.Ordinal);
            if (cause is NpgsqlException or SocketException) return true;
        }
        return false;
    }
}
