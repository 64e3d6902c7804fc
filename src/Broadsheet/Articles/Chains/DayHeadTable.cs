using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Articles.Chains;

internal sealed class DayHeadTable : IEntityTypeConfiguration<DayHead>
{
    public void Configure(EntityTypeBuilder<DayHead> head)
    {
        head.ToTable("day_heads");
        head.Ignore(row => row.Line);
        head.HasIndex(row => row.Day).IsUnique();
    }
}

internal sealed class DeletedVersionTable : IEntityTypeConfiguration<DeletedVersion>
{
    public void Configure(EntityTypeBuilder<DeletedVersion> version)
    {
        version.ToTable("deleted_versions");
        version.Property(row => row.Id).ValueGeneratedNever();
    }
}
