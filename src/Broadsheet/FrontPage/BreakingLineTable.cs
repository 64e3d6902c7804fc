using Broadsheet.Editions;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.FrontPage;

/// <summary>A table of its own: the line stands on every page, and arranging the front page must not make them all anew.</summary>
internal sealed class BreakingLineTable : IEntityTypeConfiguration<BreakingLine>
{
    public void Configure(EntityTypeBuilder<BreakingLine> line)
    {
        line.ToTable("breaking_lines");
        line.HasIndex(row => row.EditionId).IsUnique();
        line.Property(row => row.Stamp).IsConcurrencyToken();
        line.HasOne<Edition>().WithMany().HasForeignKey(row => row.EditionId).OnDelete(DeleteBehavior.Cascade);
    }
}

public static class BreakingLineSet
{
    extension(Newspaper newspaper)
    {
        public DbSet<BreakingLine> BreakingLines => newspaper.Set<BreakingLine>();
    }
}
