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

internal static class Invalidations
{
    /// <summary>For who begins now: rows that are there need not be dealt with, but those whose transactions are under way.</summary>
    internal static async Task<SeenRows> SeenUntilNowAsync(this IQueryable<Invalidation> rows, CancellationToken stop)
    {
        var last = await rows.MaxAsync(row => (long?)row.Id, stop) ?? 0;
        var first = await rows.MinAsync(row => (long?)row.Id, stop) ?? 1;
        var below = Math.Max(first - 1, last - SeenRows.LookBack);
        return new(below, await rows.Where(row => row.Id > below).Select(row => row.Id).ToListAsync(stop));
    }
}
