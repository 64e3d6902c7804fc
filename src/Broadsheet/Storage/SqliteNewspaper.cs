using Broadsheet.Storage.Changes;
using Broadsheet.Storage.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Storage;

/// <summary>The paper in one SQLite file. Writers queue in the <see cref="WriteLane"/> before they say BEGIN IMMEDIATE.</summary>
public sealed class SqliteNewspaper(DbContextOptions<SqliteNewspaper> options, Listeners listeners, ChangeReader changes, ChangeFeed feed, WriteLane lane)
    : Newspaper(options, listeners, changes, feed)
{
    protected override async Task<IDisposable?> EnterWriteLaneAsync(CancellationToken stop) => await lane.EnterAsync(stop);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
    }
}
