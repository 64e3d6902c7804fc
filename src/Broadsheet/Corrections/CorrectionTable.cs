using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Corrections;

internal sealed class CorrectionTable : IEntityTypeConfiguration<Correction>
{
    public void Configure(EntityTypeBuilder<Correction> correction)
    {
        correction.ToTable("corrections");
        correction.HasIndex(row => row.PublicId).IsUnique();
        correction.Property(row => row.Revision).IsConcurrencyToken();
        correction.Ignore(row => row.ChangedAt);
        correction.HasOne<Article>().WithMany().HasForeignKey(row => row.ArticleId).OnDelete(DeleteBehavior.Restrict);
        correction.HasOne<Edition>().WithMany().HasForeignKey(row => row.EditionId).OnDelete(DeleteBehavior.Restrict);
        correction.HasMany(row => row.Earlier).WithOne().HasForeignKey(row => row.CorrectionId).OnDelete(DeleteBehavior.Restrict);
        correction.HasIndex(row => new { row.ArticleId, row.MadeAt });
        // The ledger of an edition, the newest first.
        correction.HasIndex(row => new { row.EditionId, row.IsInLedger, row.MadeAt, row.Id });
    }
}

internal sealed class CorrectionWordingTable : IEntityTypeConfiguration<CorrectionWording>
{
    public void Configure(EntityTypeBuilder<CorrectionWording> wording)
    {
        wording.ToTable("correction_wordings");
        wording.HasKey(row => new { row.CorrectionId, row.Number });
    }
}

public static class CorrectionSets
{
    extension(Newspaper newspaper)
    {
        public DbSet<Correction> Corrections => newspaper.Set<Correction>();
    }
}
