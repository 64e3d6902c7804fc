using Broadsheet.Editions;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Newsletters.Issues;

internal sealed class IssueTable : IEntityTypeConfiguration<Issue>
{
    public void Configure(EntityTypeBuilder<Issue> issue)
    {
        issue.ToTable("issues");
        issue.HasIndex(row => row.PublicId).IsUnique();
        issue.HasIndex(row => new { row.NewsletterId, row.Id });
        issue.HasIndex(row => row.State);
        issue.Property(row => row.Revision).IsConcurrencyToken();
        issue.Property(row => row.Stories).AsJson();
        issue.Property(row => row.Segment).AsJson();
        issue.HasIndex(row => new { row.NewsletterId, row.StartedAt });
        issue.Ignore(row => row.IsDraft).Ignore(row => row.IsReady);
        issue.HasOne<Newsletter>().WithMany().HasForeignKey(row => row.NewsletterId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DeliveryTable : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> delivery)
    {
        delivery.ToTable("deliveries");
        delivery.HasIndex(row => row.PublicId).IsUnique();
        delivery.HasIndex(row => new { row.IssueId, row.SubscriptionId }).IsUnique();
        delivery.HasIndex(row => new { row.IssueId, row.State, row.DueAt });
        delivery.HasIndex(row => row.SubscriptionId);
        delivery.HasOne<Issue>().WithMany().HasForeignKey(row => row.IssueId).OnDelete(DeleteBehavior.Cascade);
        delivery.HasOne<Subscription>().WithMany().HasForeignKey(row => row.SubscriptionId).OnDelete(DeleteBehavior.Cascade);
    }
}

public static class IssueSets
{
    extension(Newspaper newspaper)
    {
        public DbSet<Issue> Issues => newspaper.Set<Issue>();
        public DbSet<Delivery> Deliveries => newspaper.Set<Delivery>();

        /// <summary>The newsletter that an issue is of, and its edition; for reading.</summary>
        public async Task<(Newsletter Newsletter, Edition Edition)> OfIssueAsync(Issue issue, CancellationToken stop)
        {
            var newsletter = await newspaper.Newsletters.AsNoTracking().SingleAsync(row => row.Id == issue.NewsletterId, stop);
            return (newsletter, await newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == newsletter.EditionId, stop));
        }
    }
}
