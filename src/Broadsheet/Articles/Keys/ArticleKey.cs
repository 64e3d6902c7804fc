using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Articles.Keys;

/// <summary>Somebody stands behind one version of a story. What readers would get must not differ from it by a letter, or the key turns nothing.</summary>
[StaysInNewsroom]
public sealed class ArticleKey(long articleId, long versionId, long by, DateTimeOffset at)
{
    public long Id { get; private set; }
    public long ArticleId { get; private set; } = articleId;
    public long VersionId { get; private set; } = versionId;

    /// <summary>A member of staff, or a token as a negative number.</summary>
    public long By { get; private set; } = by;

    public DateTimeOffset At { get; private set; } = at;
}

internal sealed class ArticleKeyTable : IEntityTypeConfiguration<ArticleKey>
{
    public void Configure(EntityTypeBuilder<ArticleKey> key)
    {
        key.ToTable("article_keys");
        key.HasIndex(one => new { one.ArticleId, one.VersionId, one.By }).IsUnique();
        key.HasOne<Article>().WithMany().HasForeignKey(one => one.ArticleId).OnDelete(DeleteBehavior.Cascade);
        key.HasOne<ArticleVersion>().WithMany().HasForeignKey(one => one.VersionId).OnDelete(DeleteBehavior.Cascade);
    }
}

public static class ArticleKeySet
{
    extension(Newspaper newspaper)
    {
        public DbSet<ArticleKey> ArticleKeys => newspaper.Set<ArticleKey>();
        public DbSet<LateReading> LateReadings => newspaper.Set<LateReading>();
    }
}
