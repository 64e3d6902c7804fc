using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.RedirectDesk.Missed;

/// <summary>An address that readers asked for in vain. Nothing here says who they were.</summary>
[StaysInNewsroom]
public sealed class MissedAddress(string path, long times, string host, DateTimeOffset firstAt, DateTimeOffset lastAt)
{
    public long Id { get; private set; }

    /// <summary>Decoded, in NFC, without a slash at the end.</summary>
    public string Path { get; private set; } = path;

    public long Times { get; private set; } = times;

    /// <summary>On which site a link to it stood last; empty: nobody said.</summary>
    public string Host { get; private set; } = host;

    public DateTimeOffset FirstAt { get; private set; } = firstAt;
    public DateTimeOffset LastAt { get; private set; } = lastAt;
}

internal sealed class MissedAddressTable : IEntityTypeConfiguration<MissedAddress>
{
    public void Configure(EntityTypeBuilder<MissedAddress> missed)
    {
        missed.ToTable("missed_addresses");
        missed.HasIndex(row => row.Path).IsUnique();
        missed.HasIndex(row => row.Times);
        missed.HasIndex(row => row.LastAt);
        missed.Property(row => row.Path).HasMaxLength(RedirectForm.Longest);
        missed.Property(row => row.Host).HasMaxLength(MissedFlush.LongestHost);
    }
}

public static class MissedSet
{
    extension(Newspaper newspaper)
    {
        public DbSet<MissedAddress> MissedAddresses => newspaper.Set<MissedAddress>();
    }
}
