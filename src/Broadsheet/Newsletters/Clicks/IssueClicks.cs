using Broadsheet.Articles;
using Broadsheet.Newsletters.Issues;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Newsletters.Clicks;

/// <summary>How often a story was opened from the mails of an issue. Nothing here says by whom.</summary>
[StaysInNewsroom]
public sealed class IssueClicks(long issueId, long articleId, long clicks)
{
    public long IssueId { get; private set; } = issueId;
    public long ArticleId { get; private set; } = articleId;
    public long Clicks { get; private set; } = clicks;
}

internal sealed class IssueClicksTable : IEntityTypeConfiguration<IssueClicks>
{
    public void Configure(EntityTypeBuilder<IssueClicks> clicks)
    {
        clicks.ToTable("issue_clicks");
        clicks.HasKey(row => new { row.IssueId, row.ArticleId });
        clicks.HasOne<Issue>().WithMany().HasForeignKey(row => row.IssueId).OnDelete(DeleteBehavior.Cascade);
        clicks.HasOne<Article>().WithMany().HasForeignKey(row => row.ArticleId).OnDelete(DeleteBehavior.Cascade);
    }
}

public static class IssueClicksSet
{
    extension(Newspaper newspaper)
    {
        public DbSet<IssueClicks> IssueClicks => newspaper.Set<IssueClicks>();
    }
}
