using Broadsheet.Readers;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Newsletters.Silence;

/// <summary>That a reader who gave no sign of life for a year was asked by mail whether she still wants what she gets. She has one at most.</summary>
[StaysInNewsroom]
public sealed class Renewal(long readerId, Guid mail, DateTimeOffset askedAt)
{
    /// <summary>After so long without a sign she is asked.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromDays(365);

    /// <summary>How long she has to answer, from the moment at which the mail was sent.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(30);

    public long Id { get; private set; }

    /// <summary>What the mail's link names.</summary>
    public Guid PublicId { get; private set; } = Guid.CreateVersion7(askedAt);

    public long ReaderId { get; private set; } = readerId;

    /// <summary>The mail that asks, by its public id.</summary>
    public Guid Mail { get; private set; } = mail;

    public DateTimeOffset AskedAt { get; private set; } = askedAt;

    /// <summary>When the mail was handed over; null: not yet.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>When she said that she wants it, or gave another sign of life.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>When what she got was ended because she gave none.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public void Answer(DateTimeOffset now) => AnsweredAt ??= now;

    public void End(DateTimeOffset now) => EndedAt ??= now;
}

internal sealed class RenewalTable : IEntityTypeConfiguration<Renewal>
{
    public void Configure(EntityTypeBuilder<Renewal> renewal)
    {
        renewal.ToTable("renewals");
        renewal.HasIndex(row => row.PublicId).IsUnique();
        renewal.HasIndex(row => row.ReaderId).IsUnique();
        renewal.HasIndex(row => row.AskedAt);
        renewal.HasOne<Reader>().WithMany().HasForeignKey(row => row.ReaderId).OnDelete(DeleteBehavior.Cascade);
    }
}

public static class RenewalSet
{
    extension(Newspaper newspaper)
    {
        public DbSet<Renewal> Renewals => newspaper.Set<Renewal>();
    }
}
