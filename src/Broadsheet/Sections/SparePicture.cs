using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Sections;

/// <summary>What stands in where a picture of the section's stories has lost its rights.</summary>
public sealed class SparePicture(long sectionId, Guid picture)
{
    public long Id { get; private set; }
    public long SectionId { get; private set; } = sectionId;

    /// <summary>Public id.</summary>
    public Guid Picture { get; set; } = picture;
}

internal sealed class SparePictureTable : IEntityTypeConfiguration<SparePicture>
{
    public void Configure(EntityTypeBuilder<SparePicture> spare)
    {
        spare.ToTable("spare_pictures");
        spare.HasIndex(row => row.SectionId).IsUnique();
        spare.HasOne<Section>().WithMany().HasForeignKey(row => row.SectionId).OnDelete(DeleteBehavior.Cascade);
    }
}

public static class SparePictureSet
{
    extension(Newspaper newspaper)
    {
        public DbSet<SparePicture> SparePictures => newspaper.Set<SparePicture>();
    }
}
