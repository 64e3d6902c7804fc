using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Review;

internal sealed class ReviewLinkTable : IEntityTypeConfiguration<ReviewLink>
{
    public void Configure(EntityTypeBuilder<ReviewLink> link)
    {
        link.ToTable("review_links");
        link.HasIndex(one => one.SecretHash).IsUnique();
        link.HasIndex(one => one.PublicId).IsUnique();
        link.Property(one => one.Passages).AsJson();
        link.Property(one => one.Reader).HasMaxLength(100);
        link.Property(one => one.ApprovalNote).HasMaxLength(2000);
        link.Ignore(one => one.MayApprove);
        link.Ignore(one => one.Author);
        link.HasOne<Article>().WithMany().HasForeignKey(one => one.ArticleId).OnDelete(DeleteBehavior.Cascade);
        link.HasOne<ArticleVersion>().WithMany().HasForeignKey(one => one.VersionId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ReviewOpeningTable : IEntityTypeConfiguration<ReviewOpening>
{
    public void Configure(EntityTypeBuilder<ReviewOpening> opening)
    {
        opening.ToTable("review_openings");
        opening.HasOne<ReviewLink>().WithMany().HasForeignKey(one => one.LinkId).OnDelete(DeleteBehavior.Cascade);
        opening.Property(one => one.Address).HasMaxLength(64);
        opening.Property(one => one.Device).HasMaxLength(200);
    }
}

public static class ReviewSets
{
    extension(Newspaper newspaper)
    {
        public DbSet<ReviewLink> ReviewLinks => newspaper.Set<ReviewLink>();
        public DbSet<ReviewOpening> ReviewOpenings => newspaper.Set<ReviewOpening>();

        /// <summary>The link of a key, while it opens something. Throws <see cref="SpentLinkException"/> when it does not (any more).</summary>
        public async Task<ReviewLink> OpenReviewAsync(string? key, DateTimeOffset now, CancellationToken stop)
        {
            var hash = Secret.HashOf(key ?? "");
            return await newspaper.ReviewLinks.SingleOrDefaultAsync(one => one.SecretHash == hash && one.RevokedAt == null && one.ExpiresAt > now, stop) ?? throw new SpentLinkException();
        }
    }
}
