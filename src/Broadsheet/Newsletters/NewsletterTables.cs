using Broadsheet.Editions;
using Broadsheet.Readers;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Newsletters;

internal sealed class NewsletterTable : IEntityTypeConfiguration<Newsletter>
{
    public void Configure(EntityTypeBuilder<Newsletter> newsletter)
    {
        newsletter.ToTable("newsletters");
        newsletter.HasIndex(row => row.PublicId).IsUnique();
        newsletter.HasIndex(row => new { row.EditionId, row.Slug }).IsUnique();
        newsletter.Property(row => row.Revision).IsConcurrencyToken();
        newsletter.HasOne<Edition>().WithMany().HasForeignKey(row => row.EditionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SubscriptionTable : IEntityTypeConfiguration<Subscription>
{
    public void Configure(EntityTypeBuilder<Subscription> subscription)
    {
        subscription.ToTable("subscriptions");
        subscription.HasIndex(row => row.PublicId).IsUnique();
        subscription.HasIndex(row => new { row.ReaderId, row.NewsletterId }).IsUnique();
        // Who gets the next issue, in the order of their ids.
        subscription.HasIndex(row => new { row.NewsletterId, row.EndedAt, row.Id });
        subscription.Ignore(row => row.IsActive);
        subscription.HasOne<Reader>().WithMany().HasForeignKey(row => row.ReaderId).OnDelete(DeleteBehavior.Cascade);
        subscription.HasOne<Newsletter>().WithMany().HasForeignKey(row => row.NewsletterId).OnDelete(DeleteBehavior.Restrict);
        subscription.HasMany(row => row.Consents).WithOne().HasForeignKey(row => row.SubscriptionId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ConsentTable : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> consent)
    {
        consent.ToTable("consents");
        consent.Property(row => row.Page).HasMaxLength(Consent.LongestPage);
    }
}

internal sealed class SubscriptionRequestTable : IEntityTypeConfiguration<SubscriptionRequest>
{
    public void Configure(EntityTypeBuilder<SubscriptionRequest> request)
    {
        request.ToTable("subscription_requests");
        request.HasIndex(row => row.PublicId).IsUnique();
        request.HasIndex(row => row.KeyHash).IsUnique();
        request.HasIndex(row => row.Address);
        request.HasIndex(row => row.ExpiresAt);
        request.Property(row => row.Address).HasMaxLength(ReaderAddress.Longest);
        request.Property(row => row.TypedAddress).HasMaxLength(ReaderAddress.Longest);
        request.Property(row => row.Newsletters).AsJson();
    }
}

internal sealed class SuppressionTable : IEntityTypeConfiguration<Suppression>
{
    public void Configure(EntityTypeBuilder<Suppression> suppression)
    {
        suppression.ToTable("suppressions");
        suppression.HasKey(row => row.AddressHash);
    }
}

public static class NewsletterSets
{
    extension(Newspaper newspaper)
    {
        public DbSet<Newsletter> Newsletters => newspaper.Set<Newsletter>();
        public DbSet<Subscription> Subscriptions => newspaper.Set<Subscription>();
        public DbSet<SubscriptionRequest> SubscriptionRequests => newspaper.Set<SubscriptionRequest>();
        public DbSet<Suppression> Suppressions => newspaper.Set<Suppression>();

        public Task<bool> IsSuppressedAsync(ReaderAddress address, CancellationToken stop)
        {
            var hash = address.Hash;
            return newspaper.Suppressions.AnyAsync(row => row.AddressHash == hash, stop);
        }

        /// <summary>A reader's subscription with its consents; a new one, not begun yet, when there is none. Call it inside WriteAsync.</summary>
        public async Task<Subscription> SubscriptionOfAsync(long reader, long newsletter, CancellationToken stop)
        {
            if (await newspaper.Subscriptions.Include(row => row.Consents.OrderBy(consent => consent.Id)).SingleOrDefaultAsync(row => row.ReaderId == reader && row.NewsletterId == newsletter, stop) is { } known) return known;

            var subscription = new Subscription(reader, newsletter);
            newspaper.Subscriptions.Add(subscription);
            return subscription;
        }
    }

    extension(IQueryable<Newsletter> newsletters)
    {
        /// <summary>What readers of an edition can sign up for, the first offered first.</summary>
        public IQueryable<Newsletter> Offered(long edition) => newsletters.AsNoTracking().Where(row => row.EditionId == edition && row.IsOpen).OrderBy(row => row.Position).ThenBy(row => row.Id);
    }

    extension(IQueryable<Subscription> subscriptions)
    {
        /// <summary>Who gets a newsletter now.</summary>
        public IQueryable<Subscription> Active(long newsletter) => subscriptions.Where(row => row.NewsletterId == newsletter && row.EndedAt == null);
    }
}
