using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Storage.Changes;

/// <summary>What one transaction touched, written in that transaction: the truth from which every node learns which pages are old.</summary>
[StaysInNewsroom]
public sealed class Invalidation
{
    private Invalidation() { }

    public long Id { get; private set; }

    /// <summary><see cref="ChangeKey"/>s, one a line.</summary>
    public string Keys { get; private set; } = "";

    public DateTimeOffset MadeAt { get; private set; }
}

internal sealed class InvalidationTable : IEntityTypeConfiguration<Invalidation>
{
    public void Configure(EntityTypeBuilder<Invalidation> invalidation)
    {
        invalidation.ToTable("invalidations");
        invalidation.HasIndex(row => row.MadeAt);
    }
}
