using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Readers;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Inbox;

internal sealed class InboxMessageTable : IEntityTypeConfiguration<InboxMessage>
{
    public void Configure(EntityTypeBuilder<InboxMessage> message)
    {
        message.ToTable("inbox_messages");
        message.Property(row => row.Id).ValueGeneratedNever();
        message.Property(row => row.Name).HasMaxLength(InboxMessage.LongestLine);
        message.Property(row => row.Town).HasMaxLength(InboxMessage.LongestLine);
        message.Property(row => row.Subject).HasMaxLength(InboxMessage.LongestLine);
        message.Property(row => row.Address).HasMaxLength(ReaderAddress.Longest);
        message.Property(row => row.TypedAddress).HasMaxLength(ReaderAddress.Longest);
        message.Property(row => row.Revision).IsConcurrencyToken();
        message.HasIndex(row => new { row.State, row.Kind, row.Day });
        message.HasIndex(row => row.Address);
        message.HasIndex(row => row.StoryId);
        message.HasIndex(row => row.ClosedOn);
        message.HasOne<Edition>().WithMany().HasForeignKey(row => row.EditionId).OnDelete(DeleteBehavior.Cascade);
        message.HasOne<Article>().WithMany().HasForeignKey(row => row.StoryId).OnDelete(DeleteBehavior.SetNull);
        message.HasOne<Article>().WithMany().HasForeignKey(row => row.DraftId).OnDelete(DeleteBehavior.SetNull);
        message.HasMany(row => row.Files).WithOne().HasForeignKey(row => row.MessageId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class InboxFileTable : IEntityTypeConfiguration<InboxFile>
{
    public void Configure(EntityTypeBuilder<InboxFile> file)
    {
        file.ToTable("inbox_files");
        file.Property(row => row.Id).ValueGeneratedNever();
        file.Property(row => row.FileName).HasMaxLength(InboxMessage.LongestLine);
        file.HasIndex(row => row.FileHash);
    }
}

public static class InboxSets
{
    extension(Newspaper newspaper)
    {
        public DbSet<InboxMessage> InboxMessages => newspaper.Set<InboxMessage>();
        public DbSet<InboxFile> InboxFiles => newspaper.Set<InboxFile>();
    }
}
