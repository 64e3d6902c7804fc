using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Pictures;

internal sealed class PictureTable : IEntityTypeConfiguration<Picture>
{
    public void Configure(EntityTypeBuilder<Picture> picture)
    {
        picture.ToTable("pictures");
        picture.HasIndex(row => row.PublicId).IsUnique();
        picture.HasIndex(row => row.FileHash).IsUnique();
        picture.HasIndex(row => row.Key).IsUnique();
        picture.HasIndex(row => row.UploadedAt);
        picture.HasIndex(row => row.RightsEnd);
        picture.Property(row => row.Stamp).IsConcurrencyToken();
        picture.Property(row => row.Credit).AsJson();
        picture.Property(row => row.CreditOverride).AsJson();
        picture.Property(row => row.Keywords).AsJson();
        picture.Property(row => row.EarlierFocalPoints).AsJson();
        picture.Ignore(row => row.HasCredit);
    }
}

public static class PictureSet
{
    extension(Newspaper newspaper)
    {
        public DbSet<Picture> Pictures => newspaper.Set<Picture>();
    }
}
