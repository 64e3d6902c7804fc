using Broadsheet.Articles;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Syndication.Republication;

/// <summary>How often a story's text was copied for others on one day.</summary>
[StaysInNewsroom]
public sealed class CopyCount
{
    private CopyCount() { }

    public long ArticleId { get; private set; }
    public DateOnly Day { get; private set; }
    public int Times { get; private set; }
}

internal sealed class CopyCountTable : IEntityTypeConfiguration<CopyCount>
{
    public void Configure(EntityTypeBuilder<CopyCount> count)
    {
        count.ToTable("copy_counts");
        count.HasKey(row => new { row.ArticleId, row.Day });
        count.HasOne<Article>().WithMany().HasForeignKey(row => row.ArticleId).OnDelete(DeleteBehavior.Cascade);
    }
}

public static class CopyCountSet
{
    extension(Newspaper newspaper)
    {
        public DbSet<CopyCount> CopyCounts => newspaper.Set<CopyCount>();

        /// <summary>Counts one. Call it inside WriteAsync.</summary>
        public Task<int> CountCopyAsync(long article, DateOnly day, CancellationToken stop) =>
            // One statement that both databases know. A day is text in SQLite and a date in PostgreSQL: each driver writes its own.
            newspaper.Database.ExecuteSqlAsync($"INSERT INTO copy_counts (article_id, day, times) VALUES ({article}, {day}, 1) ON CONFLICT (article_id, day) DO UPDATE SET times = copy_counts.times + 1", stop);
    }
}
