using Broadsheet.Editions;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Series;

internal sealed class StorySeriesTable : IEntityTypeConfiguration<StorySeries>
{
    public void Configure(EntityTypeBuilder<StorySeries> series)
    {
        series.ToTable("story_series");
        series.HasIndex(row => new { row.EditionId, row.Slug }).IsUnique();
        series.HasIndex(row => row.PublicId).IsUnique();
        series.Property(row => row.ByHand).AsJson();
        series.Property(row => row.Revision).IsConcurrencyToken();
        series.HasOne<Edition>().WithMany().HasForeignKey(row => row.EditionId).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class StorySeriesSet
{
    extension(Newspaper newspaper)
    {
        public DbSet<StorySeries> StorySeries => newspaper.Set<StorySeries>();

        /// <summary>The series that a story's content names; null where it names none, or one that is gone.</summary>
        public async Task<long?> SeriesIdAsync(Guid? named, long edition, CancellationToken stop) =>
            named is { } id ? await newspaper.StorySeries.Where(row => row.PublicId == id && row.EditionId == edition).Select(row => (long?)row.Id).FirstOrDefaultAsync(stop) : null;
    }
}
