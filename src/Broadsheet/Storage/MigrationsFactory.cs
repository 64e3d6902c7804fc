using Broadsheet.Storage.Changes;
using Broadsheet.Storage.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Broadsheet.Storage;

/// <summary>Used by dotnet-ef alone, which needs the model and no database.</summary>
internal sealed class SqliteMigrationsFactory : IDesignTimeDbContextFactory<SqliteNewspaper>
{
    public SqliteNewspaper CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteNewspaper>().UseSqlite().Options, new Listeners([]), new ChangeReader([]), new ChangeFeed(), new WriteLane());
}

/// <inheritdoc cref="SqliteMigrationsFactory"/>
internal sealed class PostgresMigrationsFactory : IDesignTimeDbContextFactory<PostgresNewspaper>
{
    public PostgresNewspaper CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresNewspaper>().UseNpgsql().Options, new Listeners([]), new ChangeReader([]), new ChangeFeed());
}
