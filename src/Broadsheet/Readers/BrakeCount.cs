using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Readers;

/// <summary>How often something was done within one hour or day. Goes when that is over.</summary>
[StaysInNewsroom]
public sealed class BrakeCount
{
    private BrakeCount() { }

    /// <summary>What is counted, of whom, and until when.</summary>
    public string Key { get; private set; } = "";

    public int Times { get; private set; }
    public DateTimeOffset EndsAt { get; private set; }
}

internal sealed class BrakeCountTable : IEntityTypeConfiguration<BrakeCount>
{
    public void Configure(EntityTypeBuilder<BrakeCount> count)
    {
        count.ToTable("brake_counts");
        count.HasKey(row => row.Key);
        count.HasIndex(row => row.EndsAt);
        count.Property(row => row.Key).HasMaxLength(160);
    }
}

public static class BrakeCountSet
{
    extension(Newspaper newspaper)
    {
        public DbSet<BrakeCount> BrakeCounts => newspaper.Set<BrakeCount>();
    }
}
