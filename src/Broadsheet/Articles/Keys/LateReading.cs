using Broadsheet.Storage.Changes;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Articles.Keys;

/// <summary>
/// A story, or a change to one, that went out with one key: somebody else has to read it afterwards. It waits until somebody did.
/// </summary>
[StaysInNewsroom]
public sealed class LateReading(long articleId, long versionId, long publishedBy, string reason, DateTimeOffset publishedAt)
{
    public long Id { get; private set; }
    public long ArticleId { get; private set; } = articleId;
    public long VersionId { get; private set; } = versionId;
    public long PublishedBy { get; private set; } = publishedBy;

    /// <summary>Why the second key was not waited for. Empty for a change to a story that was out already, which needs none.</summary>
    public string Reason { get; private set; } = reason;

    public DateTimeOffset PublishedAt { get; private set; } = publishedAt;
    public long? ReadBy { get; private set; }
    public DateTimeOffset? ReadAt { get; private set; }

    /// <exception cref="ArticleException">She published it herself.</exception>
    public void Read(long by, DateTimeOffset now)
    {
        if (by == PublishedBy) throw new ArticleException(Text.T("late.yours"));
        (ReadBy, ReadAt) = (ReadBy ?? by, ReadAt ?? now);
    }
}

internal sealed class LateReadingTable : IEntityTypeConfiguration<LateReading>
{
    public void Configure(EntityTypeBuilder<LateReading> reading)
    {
        reading.ToTable("late_readings");
        reading.HasIndex(one => one.ReadAt);
        reading.HasIndex(one => one.VersionId);
        reading.Property(one => one.Reason).HasMaxLength(2000);
        reading.HasOne<Article>().WithMany().HasForeignKey(one => one.ArticleId).OnDelete(DeleteBehavior.Cascade);
        reading.HasOne<ArticleVersion>().WithMany().HasForeignKey(one => one.VersionId).OnDelete(DeleteBehavior.Cascade);
    }
}
