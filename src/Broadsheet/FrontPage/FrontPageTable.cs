using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.FrontPage;

internal sealed class FrontPageTable : IEntityTypeConfiguration<FrontPage>
{
    public void Configure(EntityTypeBuilder<FrontPage> page)
    {
        page.ToTable("front_pages");
        page.HasIndex(row => row.EditionId).IsUnique();
        page.Property(row => row.Stamp).IsConcurrencyToken();
        page.HasOne<Edition>().WithMany().HasForeignKey(row => row.EditionId).OnDelete(DeleteBehavior.Cascade);
        page.HasOne<Article>().WithMany().HasForeignKey(row => row.LeadArticleId).OnDelete(DeleteBehavior.SetNull);
    }
}

public static class FrontPageSet
{
    extension(Newspaper newspaper)
    {
        public DbSet<FrontPage> FrontPages => newspaper.Set<FrontPage>();
    }
}
