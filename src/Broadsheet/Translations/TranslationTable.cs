using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Translations;

internal sealed class TranslationTable : IEntityTypeConfiguration<Translation>
{
    public void Configure(EntityTypeBuilder<Translation> translation)
    {
        translation.ToTable("translations");
        translation.Property(row => row.Revision).IsConcurrencyToken();
        // A draft that is deleted takes its pair with it.
        translation.HasOne<Article>().WithMany().HasForeignKey(row => row.ArticleId).OnDelete(DeleteBehavior.Cascade);
        translation.HasOne<Article>().WithMany().HasForeignKey(row => row.SourceId).OnDelete(DeleteBehavior.Cascade);
        translation.HasOne<Edition>().WithMany().HasForeignKey(row => row.EditionId).OnDelete(DeleteBehavior.Restrict);
        translation.HasIndex(row => row.ArticleId).IsUnique();
        translation.HasIndex(row => new { row.SourceId, row.EditionId }).IsUnique();
    }
}

public static class TranslationTables
{
    extension(Newspaper newspaper)
    {
        public DbSet<Translation> Translations => newspaper.Set<Translation>();
    }

    extension(IQueryable<Translation> translations)
    {
        /// <summary>Those in which a story stands, as translation or as source.</summary>
        public IQueryable<Translation> With(params long[] articles) =>
            translations.Where(row => articles.Contains(row.ArticleId) || articles.Contains(row.SourceId));

        /// <summary>The whole set that a story belongs to.</summary>
        public IQueryable<Translation> InSetOf(long article)
        {
            var all = translations;
            return translations.Where(row => row.SourceId == article || all.Any(own => own.ArticleId == article && own.SourceId == row.SourceId));
        }
    }
}
