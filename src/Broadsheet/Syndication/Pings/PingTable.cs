using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Syndication.Pings;

internal sealed class PingTable : IEntityTypeConfiguration<Ping>
{
    public void Configure(EntityTypeBuilder<Ping> ping)
    {
        ping.ToTable("pings");
        ping.Property(row => row.Target).HasMaxLength(500);
        ping.Property(row => row.Subject).HasMaxLength(1000);
        ping.HasIndex(row => new { row.Target, row.Subject }).IsUnique();
        ping.HasIndex(row => row.DueAt);
    }
}

public static class PingSet
{
    extension(Newspaper newspaper)
    {
        public DbSet<Ping> Pings => newspaper.Set<Ping>();
    }

    extension(IQueryable<Ping> pings)
    {
        public IQueryable<Ping> Due(DateTimeOffset now) => pings.Where(row => row.DueAt <= now && row.Attempts < Ping.MostAttempts);
    }
}
