using Broadsheet.Articles;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Popularity;

internal sealed class ReadCountTable : IEntityTypeConfiguration<ReadCount>
{
    public void Configure(EntityTypeBuilder<ReadCount> count)
    {
        count.ToTable("read_counts");
        count.HasKey(row => new { row.ArticleId, row.Hour });
        // A ranking reads the hours of its window and nothing older.
        count.HasIndex(row => row.Hour);
        count.HasOne<Article>().WithMany().HasForeignKey(row => row.ArticleId).OnDelete(DeleteBehavior.Cascade);
    }
}

public static class ReadCountSet
{
    extension(Newspaper newspaper)
    {
        public DbSet<ReadCount> ReadCounts => newspaper.Set<ReadCount>();

        /// <summary>How often each story was read since it went out; zero for one that nobody read.</summary>
        public async Task<IReadOnlyDictionary<long, long>> ReadsOfAsync(IReadOnlyList<long> articles, CancellationToken stop = default)
        {
            var reads = await newspaper.ReadCounts.Where(count => articles.Contains(count.ArticleId))
                .GroupBy(count => count.ArticleId).Select(story => new { story.Key, Reads = story.Sum(count => count.Reads) })
                .ToDictionaryAsync(story => story.Key, story => story.Reads, stop);
            return articles.Distinct().ToDictionary(id => id, id => reads.GetValueOrDefault(id));
        }
    }
}
