using Broadsheet.Machine;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Storage;

/// <summary>
/// Has SQLite look at how its tables are filled, as PostgreSQL does by itself: without it, it takes an index of a whole edition to find ten stories whose keys
/// it was given, and a large archive makes each search slow. A table is looked at again when it has grown or shrunk tenfold
/// (https://www.sqlite.org/pragma.html#pragma_optimize), so that a round costs next to nothing.
/// </summary>
internal sealed class TableStatistics(IServiceScopeFactory scopes, ILogger<TableStatistics> log) : Rounds("SQLite's table statistics", TimeSpan.FromHours(1), log)
{
    protected override async Task RoundAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        await LookAsync(scope.ServiceProvider.GetRequiredService<SqliteNewspaper>(), stop);
    }

    // 0x10000: also tables that this connection never asked. 0x02: not only say it, do it; a few hundred rows of each index are read, not all.
    internal static Task LookAsync(SqliteNewspaper newspaper, CancellationToken stop) =>
        newspaper.WriteAsync(() => newspaper.Database.ExecuteSqlAsync($"PRAGMA optimize=0x10002", stop), stop);
}
