using Broadsheet.Articles;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Comments;

internal sealed class CommentThreadTable : IEntityTypeConfiguration<CommentThread>
{
    public void Configure(EntityTypeBuilder<CommentThread> thread)
    {
        thread.ToTable("comment_threads");
        thread.Ignore(row => row.Anchor);
        thread.Ignore(row => row.IsResolved);
        thread.HasIndex(row => row.PublicId).IsUnique();
        thread.HasIndex(row => row.ArticleId);
        thread.HasOne<Article>().WithMany().HasForeignKey(row => row.ArticleId).OnDelete(DeleteBehavior.Cascade);
        thread.HasMany(row => row.Comments).WithOne().HasForeignKey(row => row.ThreadId).OnDelete(DeleteBehavior.Cascade);
        thread.Property(row => row.Key).HasMaxLength(40);
        thread.Property(row => row.Quote).HasMaxLength(600);
    }
}

internal sealed class CommentTable : IEntityTypeConfiguration<Comment>
{
    public void Configure(EntityTypeBuilder<Comment> comment)
    {
        comment.ToTable("comments");
        comment.HasIndex(row => row.PublicId).IsUnique();
        comment.HasIndex(row => row.LinkId);
        comment.Property(row => row.Name).HasMaxLength(200);
        comment.Property(row => row.Text).HasMaxLength(Comment.Longest);
    }
}

public static class CommentSets
{
    extension(Newspaper newspaper)
    {
        public DbSet<CommentThread> CommentThreads => newspaper.Set<CommentThread>();
    }

    extension(IQueryable<CommentThread> threads)
    {
        public IQueryable<CommentThread> On(long article) => threads.Where(row => row.ArticleId == article).Include(row => row.Comments).OrderBy(row => row.Id).AsSplitQuery();
    }
}
