using Broadsheet.Giving;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Members;

/// <summary>A kind of membership that an edition offers: what it is called, what it brings, what it costs. One that is closed goes on for those who have it.</summary>
[StaysInNewsroom]
public sealed class Tier(long editionId, string name, string currency)
{
    public long Id { get; private set; }
    public Guid PublicId { get; private set; } = Guid.CreateVersion7();
    public long EditionId { get; private set; } = editionId;
    public string Name { get; private set; } = name;

    /// <summary>What it brings, a line each.</summary>
    public string Benefits { get; private set; } = "";

    /// <summary>0: not offered by the month.</summary>
    public long MonthlyMinor { get; private set; }

    /// <summary>0: not offered by the year.</summary>
    public long YearlyMinor { get; private set; }

    public string Currency { get; private set; } = currency;
    /// <summary>What it was called at Stripe before this paper: ids of prices and products, a line each. Who pays for one of them is a member when she is taken over.</summary>
    public string StripeIds { get; private set; } = "";

    public int Position { get; private set; }
    public bool IsOpen { get; private set; } = true;

    /// <summary>Grows with every save; whoever saves says which one she began from.</summary>
    public long Revision { get; private set; } = 1;

    /// <summary>The price of a rhythm; null where it is not offered.</summary>
    public Money? PriceOf(Frequency frequency) => frequency switch
    {
        Frequency.Monthly when MonthlyMinor > 0 => new(MonthlyMinor, Currency),
        Frequency.Yearly when YearlyMinor > 0 => new(YearlyMinor, Currency),
        _ => null,
    };

    /// <summary>Who pays already goes on at the old price: Stripe charges what she agreed to.</summary>
    public void Change(string name, string benefits, long monthly, long yearly, int position, bool isOpen, string stripeIds = "") =>
        (Name, Benefits, MonthlyMinor, YearlyMinor, Position, IsOpen, StripeIds, Revision) = (name, benefits, monthly, yearly, position, isOpen, stripeIds, Revision + 1);

    /// <summary>Whether a price or a product of Stripe's is this membership's.</summary>
    public bool IsAtStripe(string id) => StripeIds.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Contains(id, StringComparer.Ordinal);
}

internal sealed class TierTable : IEntityTypeConfiguration<Tier>
{
    public void Configure(EntityTypeBuilder<Tier> tier)
    {
        tier.ToTable("tiers");
        tier.HasIndex(row => row.PublicId).IsUnique();
        tier.HasIndex(row => new { row.EditionId, row.Position });
        tier.Property(row => row.Name).HasMaxLength(100);
        tier.Property(row => row.Currency).HasMaxLength(3);
        tier.Property(row => row.Revision).IsConcurrencyToken();
        tier.HasOne<Editions.Edition>().WithMany().HasForeignKey(row => row.EditionId).OnDelete(DeleteBehavior.Restrict);
    }
}
