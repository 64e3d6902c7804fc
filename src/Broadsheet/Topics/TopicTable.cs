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
        topic.HasIndex(row => new { row.EditionId, row.Slug }).IsUnique();
        topic.HasIndex(row => row.PublicId).IsUnique();
        topic.Property(row => row.Revision).IsConcurrencyToken();
        topic.HasOne<Edition>().WithMany().HasForeignKey(row => row.EditionId).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class TopicSet
{
    extension(Newspaper newspaper)
    {
        public DbSet<Topic> Topics => newspaper.Set<Topic>();
    }
}
