using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Giving.Cards;

/// <summary>
/// That Stripe said something happened, with its signature. What it says beside the name of the thing is not kept: that thing is asked for when its
/// turn comes (<see cref="StripeWorker"/>). A week after it was read it goes.
/// </summary>
[StaysInNewsroom]
public sealed class StripeEvent(string id, string kind, string about, DateTimeOffset receivedAt)
{
    /// <summary>How often Stripe is asked about one before a person has to look.</summary>
    public const int MostAttempts = 12;

    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>Stripe's <c>evt_…</c>: told twice, it is one.</summary>
    public string Id { get; private set; } = id;

    /// <summary>Such as <c>charge.succeeded</c>.</summary>
    public string Kind { get; private set; } = kind;

    /// <summary>The id of the thing that it is about.</summary>
    public string About { get; private set; } = about;

    public DateTimeOffset ReceivedAt { get; private set; } = receivedAt;

    /// <summary>Not before this moment, after a failure.</summary>
    public DateTimeOffset DueAt { get; private set; } = receivedAt;

    public int Attempts { get; private set; }
    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>Why the last attempt failed.</summary>
    public string? Problem { get; private set; }

    /// <summary>The pause after an attempt that failed: 4, 8, 16 … seconds, at most half an hour.</summary>
    public static TimeSpan PauseAfter(int attempts) => TimeSpan.FromSeconds(Math.Min(1800, Math.Pow(2, attempts + 1)));
}

internal sealed class StripeEventTable : IEntityTypeConfiguration<StripeEvent>
{
    public void Configure(EntityTypeBuilder<StripeEvent> one)
    {
        one.ToTable("stripe_events");
        one.HasKey(row => row.Id);
        one.HasIndex(row => new { row.ReadAt, row.DueAt });
        one.Property(row => row.Id).HasMaxLength(120);
        one.Property(row => row.Kind).HasMaxLength(120);
        one.Property(row => row.About).HasMaxLength(120);
    }
}

public static class StripeEventSet
{
    extension(Newspaper newspaper)
    {
        public DbSet<StripeEvent> StripeEvents => newspaper.Set<StripeEvent>();
    }

    extension(IQueryable<StripeEvent> events)
    {
        /// <summary>Those to be read, in the order in which they came.</summary>
        internal IQueryable<StripeEvent> Due(DateTimeOffset now) => events.AsNoTracking()
            .Where(row => row.ReadAt == null && row.DueAt <= now && row.Attempts < StripeEvent.MostAttempts).OrderBy(row => row.ReceivedAt).ThenBy(row => row.Id);

        /// <summary>Those that nobody reads any more.</summary>
        public IQueryable<StripeEvent> GivenUp() => events.Where(row => row.ReadAt == null && row.Attempts >= StripeEvent.MostAttempts);
    }
}
