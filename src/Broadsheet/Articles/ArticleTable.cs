using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Sections;
using Broadsheet.Series;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Articles;

internal sealed class ArticleTable : IEntityTypeConfiguration<Article>
{
    public void Configure(EntityTypeBuilder<Article> article)
    {
        article.ToTable("articles");
        article.HasIndex(row => row.PublicId).IsUnique();
        article.Property(row => row.Stamp).IsConcurrencyToken();
        article.Ignore(row => row.IsPublished);
        article.Ignore(row => row.CanBeDeleted);
        article.Ignore(row => row.PublicStatus);
        article.Ignore(row => row.IsTakenBack);
        article.Property(row => row.LeadPicture).AsJson();
        article.Property(row => row.Bylines).AsJson();
        article.Property(row => row.Source).AsJson();
        article.Property(row => row.Embargo).AsJson();
        article.Property(row => row.Withdrawal).AsJson();

        article.HasOne<Edition>().WithMany().HasForeignKey(row => row.EditionId).OnDelete(DeleteBehavior.Restrict);
        article.HasOne<Desk>().WithMany().HasForeignKey(row => row.DeskId).OnDelete(DeleteBehavior.SetNull);
        article.HasOne<Section>().WithMany().HasForeignKey(row => row.SectionId).OnDelete(DeleteBehavior.Restrict);
        article.HasOne<StorySeries>().WithMany().HasForeignKey(row => row.SeriesId).OnDelete(DeleteBehavior.SetNull);
        article.HasOne<ArticleVersion>().WithMany().HasForeignKey(row => row.PublishedVersionId).OnDelete(DeleteBehavior.Restrict);
        article.HasOne<ArticleVersion>().WithMany().HasForeignKey(row => row.ScheduledVersionId).OnDelete(DeleteBehavior.Restrict);
        article.HasOne(row => row.Draft).WithOne().HasForeignKey<ArticleDraft>(row => row.ArticleId);

        // The lists that readers ask for, newest first, however large the archive grows.
        article.HasIndex(row => new { row.EditionId, row.PublishedAt, row.Id });
        article.HasIndex(row => new { row.SeriesId, row.PublishedAt, row.Id });
        // One address, one story. Publication looks for a free slug; this decides between two who look at once.
        article.HasIndex(row => new { row.SectionId, row.Slug }).IsUnique();
        article.HasIndex(row => row.ScheduledFor);
        article.HasIndex(row => row.AssignedTo);
        article.HasIndex(row => row.CreatedBy);
    }
}

internal sealed class ArticleDraftTable : IEntityTypeConfiguration<ArticleDraft>
{
    public void Configure(EntityTypeBuilder<ArticleDraft> draft)
    {
        draft.ToTable("article_drafts");
        draft.HasKey(row => row.ArticleId);
        draft.Property(row => row.Content).AsJson();
        draft.Property(row => row.Revision).IsConcurrencyToken();
    }
}

internal sealed class ArticleVersionTable : IEntityTypeConfiguration<ArticleVersion>
{
    public void Configure(EntityTypeBuilder<ArticleVersion> version)
    {
        version.ToTable("article_versions");
        version.Ignore(row => row.Content);
        version.Ignore(row => row.PictureHashes);
        version.Property(row => row.Tombstone).AsJson();
        version.HasIndex(row => new { row.ArticleId, row.Number }).IsUnique();
        version.HasOne<Article>().WithMany().HasForeignKey(row => row.ArticleId).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class ArticleSets
{
    extension(Newspaper newspaper)
    {
        public DbSet<Article> Articles => newspaper.Set<Article>();
        public DbSet<ArticleVersion> ArticleVersions => newspaper.Set<ArticleVersion>();
    }
}
