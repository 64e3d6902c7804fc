using Broadsheet.Editions;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Sections;

internal sealed class SectionTable : IEntityTypeConfiguration<Section>
{
    public void Configure(EntityTypeBuilder<Section> section)
    {
        section.ToTable("sections");
        section.HasIndex(row => new { row.EditionId, row.Slug }).IsUnique();
        section.HasIndex(row => row.PublicId).IsUnique();
        section.Property(row => row.Revision).IsConcurrencyToken();
        section.HasOne<Edition>().WithMany().HasForeignKey(row => row.EditionId).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class SectionSet
{
    extension(Newspaper newspaper)
    {
        public DbSet<Section> Sections => newspaper.Set<Section>();

        /// <summary>An edition's sections in their order, for reading: every page asks for them.</summary>
        public Task<List<Section>> SectionsOfAsync(long edition, CancellationToken stop) => newspaper.SharedAsync(("sections", edition),
            () => newspaper.Set<Section>().AsNoTracking().Where(section => section.EditionId == edition).OrderBy(section => section.Position).ToListAsync(stop));
    }
}
