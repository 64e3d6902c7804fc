using Broadsheet.Editions;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Pages;

internal sealed class PlainPageTable : IEntityTypeConfiguration<PlainPage>
{
    public void Configure(EntityTypeBuilder<PlainPage> page)
    {
        page.ToTable("pages");
        page.HasIndex(row => new { row.EditionId, row.Slug }).IsUnique();
        page.HasIndex(row => row.PublicId).IsUnique();
        page.Property(row => row.Body).AsJson();
        page.Property(row => row.Revision).IsConcurrencyToken();
        page.HasOne<Edition>().WithMany().HasForeignKey(row => row.EditionId).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class PlainPageSet
{
    extension(Newspaper newspaper)
    {
        public DbSet<PlainPage> Pages => newspaper.Set<PlainPage>();
    }
}
