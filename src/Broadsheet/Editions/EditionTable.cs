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

        /// <summary>All editions in their order, for reading: every page of a reader asks for them, and shares them with the others.</summary>
        public Task<List<Edition>> AllEditionsAsync(CancellationToken stop) => newspaper.SharedAsync("editions",
            () => newspaper.Set<Edition>().AsNoTracking().OrderBy(edition => edition.Position).ThenBy(edition => edition.Id).ToListAsync(stop));
    }

    extension(IQueryable<Edition> editions)
    {
        /// <summary>
        /// Holds these editions' rows until the transaction ends. PostgreSQL has no write lane: whoever reads a setting, compares it
        /// and writes the next takes a turn first, or two would pass each other unseen. Call it inside WriteAsync.
        /// </summary>
        public Task TakeTurnAsync(CancellationToken stop) => editions.ExecuteUpdateAsync(set => set.SetProperty(row => row.Position, row => row.Position), stop);
    }
}
