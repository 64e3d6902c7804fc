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
    }
}

public static class TopicSet
{
    extension(Newspaper newspaper)
    {
        /// <summary>What was merged into another is a topic no more.</summary>
        public IQueryable<Topic> Topics => newspaper.AllTopics.Where(row => row.MergedIntoId == null);

        /// <summary>With those that were merged into others: for who follows a name that a version kept (<see cref="NamedTopics"/>), and to add one.</summary>
        public DbSet<Topic> AllTopics => newspaper.Set<Topic>();
    }
}
