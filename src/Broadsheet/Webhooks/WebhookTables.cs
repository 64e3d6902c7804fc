using Broadsheet.Editions;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Webhooks;

internal sealed class WebhookReceiverTable : IEntityTypeConfiguration<WebhookReceiver>
{
    public void Configure(EntityTypeBuilder<WebhookReceiver> receiver)
    {
        receiver.ToTable("webhook_receivers");
        receiver.HasIndex(row => row.PublicId).IsUnique();
        receiver.Property(row => row.Name).HasMaxLength(WebhookReceiver.LongestName);
        receiver.Property(row => row.Address).HasMaxLength(WebhookReceiver.LongestAddress);
        receiver.Property(row => row.Events).AsJson();
        receiver.HasOne<Edition>().WithMany().HasForeignKey(row => row.EditionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class WebhookMessageTable : IEntityTypeConfiguration<WebhookMessage>
{
    public void Configure(EntityTypeBuilder<WebhookMessage> message)
    {
        message.ToTable("webhook_messages");
        message.HasIndex(row => row.PublicId).IsUnique();
        message.HasIndex(row => row.StoryId);
        message.HasIndex(row => row.OccurredAt);
        message.Property(row => row.PublicId).HasMaxLength(40);
        message.Property(row => row.Type).HasMaxLength(40);
    }
}

internal sealed class WebhookDeliveryTable : IEntityTypeConfiguration<WebhookDelivery>
{
    public void Configure(EntityTypeBuilder<WebhookDelivery> delivery)
    {
        delivery.ToTable("webhook_deliveries");
        delivery.HasOne<WebhookReceiver>().WithMany().HasForeignKey(row => row.ReceiverId).OnDelete(DeleteBehavior.Cascade);
        delivery.HasOne(row => row.Message).WithMany().HasForeignKey(row => row.MessageId).OnDelete(DeleteBehavior.Cascade);
        delivery.HasIndex(row => new { row.State, row.DueAt });
        delivery.HasIndex(row => new { row.ReceiverId, row.StoryId, row.State });
    }
}

internal sealed class WebhookAttemptTable : IEntityTypeConfiguration<WebhookAttempt>
{
    public void Configure(EntityTypeBuilder<WebhookAttempt> attempt)
    {
        attempt.ToTable("webhook_attempts");
        attempt.HasOne<WebhookDelivery>().WithMany().HasForeignKey(row => row.DeliveryId).OnDelete(DeleteBehavior.Cascade);
        attempt.Property(row => row.Answer).HasMaxLength(1024);
        attempt.Property(row => row.Problem).HasMaxLength(300);
    }
}

public static class WebhookSets
{
    extension(Newspaper newspaper)
    {
        public DbSet<WebhookReceiver> WebhookReceivers => newspaper.Set<WebhookReceiver>();
        public DbSet<WebhookMessage> WebhookMessages => newspaper.Set<WebhookMessage>();
        public DbSet<WebhookDelivery> WebhookDeliveries => newspaper.Set<WebhookDelivery>();
        public DbSet<WebhookAttempt> WebhookAttempts => newspaper.Set<WebhookAttempt>();
    }

    extension(Newspaper newspaper)
    {
        /// <summary>What was tried in vain has its three days before it again: the receiver was given up, not the story.</summary>
        public Task ReplayWaitingAsync(WebhookReceiver receiver, DateTimeOffset now, CancellationToken stop) =>
            newspaper.WebhookDeliveries.Where(row => row.ReceiverId == receiver.Id && row.State == DeliveryState.Waiting && row.Failures > 0).ReplayAsync(now, stop);
    }

    extension(IQueryable<WebhookDelivery> deliveries)
    {
        /// <summary>What may be sent now: due, in nobody's hands, and nothing earlier of its story waits for the same receiver.</summary>
        public IQueryable<WebhookDelivery> Due(DateTimeOffset now) => deliveries.Where(row => row.State == DeliveryState.Waiting && row.DueAt <= now && (row.HeldUntil == null || row.HeldUntil <= now)
            && !deliveries.Any(other => other.ReceiverId == row.ReceiverId && other.StoryId == row.StoryId && other.State == DeliveryState.Waiting && other.Id < row.Id));

        /// <summary>Has all of them sent as <see cref="WebhookDelivery.Replay"/> has one, without loading them. Call it inside WriteAsync.</summary>
        public Task ReplayAsync(DateTimeOffset now, CancellationToken stop) => deliveries.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, DeliveryState.Waiting).SetProperty(row => row.DueAt, now)
            .SetProperty(row => row.TriedSince, (DateTimeOffset?)null).SetProperty(row => row.Failures, 0), stop);
    }
}
