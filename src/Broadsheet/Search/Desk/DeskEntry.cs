using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Search.Desk;

/// <summary>What the newsroom's search knows.</summary>
public enum DeskKind { Draft, Version, Picture }

/// <summary>A draft, a version or a picture as the newsroom's search knows it. Its words stand in the full-text index under the same key.</summary>
[StaysInNewsroom]
public sealed class DeskEntry(long id, DeskKind kind, long targetId)
{
    public long Id { get; private set; } = id;
    public DeskKind Kind { get; private set; } = kind;

    /// <summary>Of a draft its story's id.</summary>
    public long TargetId { get; private set; } = targetId;

    /// <inheritdoc cref="Index.SearchEntry.Terms"/>
    public byte[] Terms { get; private set; } = [];
}

/// <summary>Something that changed and is to be indexed: autosaves do not wait for it.</summary>
[StaysInNewsroom]
public sealed class DeskWaiting(DeskKind kind, long targetId)
{
    public DeskKind Kind { get; private set; } = kind;
    public long TargetId { get; private set; } = targetId;
}

internal sealed class DeskEntryTable : IEntityTypeConfiguration<DeskEntry>
{
    public void Configure(EntityTypeBuilder<DeskEntry> entry)
    {
        entry.ToTable("desk_entries");
        entry.Property(row => row.Id).ValueGeneratedNever();
        entry.Property(row => row.Kind).HasMaxLength(20);
        entry.HasIndex(row => new { row.Kind, row.TargetId }).IsUnique();
    }
}

internal sealed class DeskWaitingTable : IEntityTypeConfiguration<DeskWaiting>
{
    public void Configure(EntityTypeBuilder<DeskWaiting> waiting)
    {
        waiting.ToTable("desk_waiting");
        waiting.HasKey(row => new { row.Kind, row.TargetId });
        waiting.Property(row => row.Kind).HasMaxLength(20);
    }
}

internal static class DeskSets
{
    extension(Newspaper newspaper)
    {
        public DbSet<DeskEntry> DeskEntries => newspaper.Set<DeskEntry>();
        public DbSet<DeskWaiting> DeskWaiting => newspaper.Set<DeskWaiting>();
    }
}
