using Broadsheet.Articles;
using Broadsheet.Readers;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Members;

/// <summary>That a reader has read a metered story whole. Goes after the month.</summary>
[StaysInNewsroom]
public sealed class MeterRead(long readerId, int month, long articleId)
{
    public long ReaderId { get; private set; } = readerId;

    /// <summary>Year and month as one number, by the clock of the story's edition: 202611.</summary>
    public int Month { get; private set; } = month;

    public long ArticleId { get; private set; } = articleId;
}

internal sealed class MeterReadTable : IEntityTypeConfiguration<MeterRead>
{
    public void Configure(EntityTypeBuilder<MeterRead> read)
    {
        read.ToTable("meter_reads");
        read.HasKey(row => new { row.ReaderId, row.Month, row.ArticleId });
        read.HasOne<Reader>().WithMany().HasForeignKey(row => row.ReaderId).OnDelete(DeleteBehavior.Cascade);
        read.HasOne<Article>().WithMany().HasForeignKey(row => row.ArticleId).OnDelete(DeleteBehavior.Cascade);
    }
}
