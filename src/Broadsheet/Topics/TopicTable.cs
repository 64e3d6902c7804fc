using Broadsheet.Editions;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Topics;

internal sealed class TopicTable : IEntityTypeConfiguration<Topic>
{
    public void Configure(EntityTypeBuilder<Topic> topic)
    {
        topic.ToTable("topics");
        topic.HasIndex(row => new { row.EditionId, row.Slug }).IsUnique().HasFilter("merged_into_id IS NULL");
        topic.HasIndex(row => row.PublicId).IsUnique();
        topic.Property(row => row.Revision).IsConcurrencyToken();
        topic.HasOne<Edition>().WithMany().HasForeignKey(row => row.EditionId).OnDelete(DeleteBehavior.Restrict);
        topic.HasOne<Topic>().WithMany().HasForeignKey(row => row.ParentId).OnDelete(DeleteBehavior.SetNull);
        topic.HasOne<Topic>().WithMany().HasForeignKey(row => row.MergedIntoId).OnDelete(DeleteBehavior.Cascade);
        // What was merged into another is a topic no more, save to those who follow a name that a version kept (NamedTopics).
        topic.HasQueryFilter(row => row.MergedIntoId == null);
    }
}

public static class TopicSet
{
    extension(Newspaper newspaper)
    {
        public DbSet<Topic> Topics => newspaper.Set<Topic>();
    }
}
