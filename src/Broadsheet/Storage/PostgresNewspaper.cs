using Broadsheet.Storage.Changes;
using Broadsheet.Storage.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Broadsheet.Storage;

/// <summary>The paper on PostgreSQL, for papers that outgrow one machine. Its own locks order the writers.</summary>
public sealed class PostgresNewspaper(DbContextOptions<PostgresNewspaper> options, Listeners listeners, ChangeReader changes, ChangeFeed feed) : Newspaper(options, listeners, changes, feed)
{
    protected override Task<IDisposable?> EnterWriteLaneAsync(CancellationToken stop) => Task.FromResult<IDisposable?>(null);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<OffsetZero>();
    }

    // timestamptz takes only offset zero (Npgsql throws otherwise), and keeps microseconds where SQLite's column
    // keeps milliseconds: both databases must give the same instant back.
    internal sealed class OffsetZero() : ValueConverter<DateTimeOffset, DateTimeOffset>(
        instant => DateTimeOffset.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds()),
        instant => instant.ToUniversalTime());
}
