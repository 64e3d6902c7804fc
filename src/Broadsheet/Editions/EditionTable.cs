using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Editions;

internal sealed class EditionTable : IEntityTypeConfiguration<Edition>
{
    public void Configure(EntityTypeBuilder<Edition> edition)
    {
        edition.ToTable("editions");
        edition.HasIndex(row => row.Code).IsUnique();
        edition.HasIndex(row => row.PublicId).IsUnique();
        edition.Property(row => row.Revision).IsConcurrencyToken();
    }
}

public static class EditionSet
{
    extension(Newspaper newspaper)
    {
        public DbSet<Edition> Editions => newspaper.Set<Edition>();
    }
}
