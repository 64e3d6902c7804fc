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
        page.Property(row => row.Layout).AsJson();
        page.HasOne<Edition>().WithMany().HasForeignKey(row => row.EditionId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class FrontPageVersionTable : IEntityTypeConfiguration<FrontPageVersion>
{
    public void Configure(EntityTypeBuilder<FrontPageVersion> version)
    {
        version.ToTable("front_page_versions");
        version.HasIndex(row => new { row.EditionId, row.Number }).IsUnique();
        version.Property(row => row.Layout).AsJson();
        version.HasOne<Edition>().WithMany().HasForeignKey(row => row.EditionId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PlannedFrontPageTable : IEntityTypeConfiguration<PlannedFrontPage>
{
    public void Configure(EntityTypeBuilder<PlannedFrontPage> plan)
    {
        plan.ToTable("planned_front_pages");
        plan.HasIndex(row => new { row.EditionId, row.GoesLiveAt });
        plan.Property(row => row.Stamp).IsConcurrencyToken();
        plan.Property(row => row.Layout).AsJson();
        plan.HasOne<Edition>().WithMany().HasForeignKey(row => row.EditionId).OnDelete(DeleteBehavior.Cascade);
    }
}

public static class FrontPageSet
{
    extension(Newspaper newspaper)
    {
        public DbSet<FrontPage> FrontPages => newspaper.Set<FrontPage>();
        public DbSet<FrontPageVersion> FrontPageVersions => newspaper.Set<FrontPageVersion>();
        public DbSet<PlannedFrontPage> PlannedFrontPages => newspaper.Set<PlannedFrontPage>();

        /// <summary>An edition's front page to be changed: its row, or a new one that the next save adds.</summary>
        public async Task<FrontPage> FrontPageOfAsync(long edition, CancellationToken stop) =>
            await newspaper.FrontPages.SingleOrDefaultAsync(row => row.EditionId == edition, stop) ?? newspaper.FrontPages.Add(new FrontPage(edition)).Entity;
    }
}
