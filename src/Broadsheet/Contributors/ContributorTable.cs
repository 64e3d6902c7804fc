using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Contributors;

internal sealed class ContributorTable : IEntityTypeConfiguration<Contributor>
{
    public void Configure(EntityTypeBuilder<Contributor> contributor)
    {
        contributor.ToTable("contributors");
        contributor.HasIndex(row => row.Slug).IsUnique();
        contributor.HasIndex(row => row.PublicId).IsUnique();
        contributor.Property(row => row.Revision).IsConcurrencyToken();
        contributor.Ignore(row => row.KnownAs);
        contributor.Property(row => row.Translations).AsJson();
    }
}

public static class ContributorSet
{
    extension(Newspaper newspaper)
    {
        public DbSet<Contributor> Contributors => newspaper.Set<Contributor>();
    }
}
