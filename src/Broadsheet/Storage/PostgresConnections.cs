using System.Data.Common;
using Npgsql;

namespace Broadsheet.Storage;

/// <summary>How connections to PostgreSQL are opened.</summary>
public static class PostgresConnections
{
    // A page asks some twenty questions, always the same: after the fifth time PostgreSQL parses each no more on that connection, and may keep its plan.
    private const int Prepared = 200;

    /// <summary>The operator's connection string, with what she leaves open. Behind a pooler that gives each transaction another connection she says <c>Max Auto Prepare=0</c>.</summary>
    public static string To(string database)
    {
        // Npgsql's own builder says of every word it knows that it is there.
        var said = new DbConnectionStringBuilder { ConnectionString = database };
        return said.ContainsKey("Max Auto Prepare") || said.ContainsKey("MaxAutoPrepare") ? database : new NpgsqlConnectionStringBuilder(database) { MaxAutoPrepare = Prepared }.ConnectionString;
    }
}
