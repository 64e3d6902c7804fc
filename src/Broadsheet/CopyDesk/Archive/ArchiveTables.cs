using Broadsheet.Articles;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.CopyDesk.Archive;

internal sealed class ArchiveRunTable : IEntityTypeConfiguration<ArchiveRun>
{
    public void Configure(EntityTypeBuilder<ArchiveRun> run) => run.ToTable("copy_archive_runs");
}

internal sealed class ArchiveFindingTable : IEntityTypeConfiguration<ArchiveFinding>
{
    public void Configure(EntityTypeBuilder<ArchiveFinding> finding)
    {
        finding.ToTable("copy_archive_findings");
        finding.Property(row => row.Findings).AsJson();
        finding.HasIndex(row => new { row.RunId, row.Count });
        finding.HasOne<ArchiveRun>().WithMany().HasForeignKey(row => row.RunId).OnDelete(DeleteBehavior.Cascade);
        finding.HasOne<Article>().WithMany().HasForeignKey(row => row.ArticleId).OnDelete(DeleteBehavior.Cascade);
    }
}

public static class ArchiveSets
{
    extension(Newspaper newspaper)
    {
        public DbSet<ArchiveRun> ArchiveRuns => newspaper.Set<ArchiveRun>();
        public DbSet<ArchiveFinding> ArchiveFindings => newspaper.Set<ArchiveFinding>();
    }
}
