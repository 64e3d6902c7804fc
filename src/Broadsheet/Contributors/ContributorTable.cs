using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
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

        /// <summary>Contributors by public id, for a reader's page: those that another page has read are not asked for again.</summary>
        public Task<IReadOnlyDictionary<Guid, Contributor>> SharedContributorsAsync(IReadOnlyCollection<Guid> ids, CancellationToken stop) => newspaper.SharedRowsAsync<Contributor>(
            "contributors", ids, contributor => (contributor.PublicId, contributor.Id), async wanted => await newspaper.Contributors.AsNoTracking().ByRows("contributors").Where(contributor => wanted.Contains(contributor.PublicId)).ToListAsync(stop));
    }
}
