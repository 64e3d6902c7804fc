using Broadsheet.Articles;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Corrections.Fixing;

/// <summary>A fix that is out and could not be brought into the draft, since the draft changed the same words otherwise. It stays until somebody has seen to it.</summary>
[StaysInNewsroom]
public sealed class UnmergedFix(long articleId, string field, string draft, string @fixed, long by, DateTimeOffset at)
{
    public long Id { get; private set; }
    public long ArticleId { get; private set; } = articleId;

    /// <summary>As the article's form names it; "Body" for the text.</summary>
    public string Field { get; private set; } = field;

    /// <summary>What stands in the draft; empty: it was taken out there.</summary>
    public string Draft { get; private set; } = draft;

    /// <summary>What readers see; empty: it was taken out for them.</summary>
    public string Fixed { get; private set; } = @fixed;

    public long By { get; private set; } = by;
    public DateTimeOffset At { get; private set; } = at;
}

internal sealed class UnmergedFixTable : IEntityTypeConfiguration<UnmergedFix>
{
    public void Configure(EntityTypeBuilder<UnmergedFix> fix)
    {
        fix.ToTable("unmerged_fixes");
        fix.HasIndex(row => row.ArticleId);
        fix.HasOne<Article>().WithMany().HasForeignKey(row => row.ArticleId).OnDelete(DeleteBehavior.Cascade);
    }
}
