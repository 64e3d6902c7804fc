using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Giving.Cards;

/// <summary>That the ledger was compared with Stripe, and what Stripe said it holds for the paper.</summary>
/// <param name="seen">Movements looked at.</param>
/// <param name="missed">Those of them that were not booked before.</param>
/// <param name="balances">What lay at Stripe, waiting money included, a currency each.</param>
/// <param name="booked">What the ledger said lies there, just after.</param>
[StaysInNewsroom]
public sealed class StripeComparison(DateTimeOffset at, int seen, int missed, IReadOnlyList<Money> balances, IReadOnlyList<Money> booked)
{
    public long Id { get; private set; }
    public DateTimeOffset At { get; private set; } = at;
    public int Seen { get; private set; } = seen;
    public int Missed { get; private set; } = missed;
    public IReadOnlyList<Money> Balances { get; private set; } = balances;
    public IReadOnlyList<Money> Booked { get; private set; } = booked;

    /// <summary>By how much the ledger says more than Stripe; empty where they agree.</summary>
    public IReadOnlyList<Money> Differences =>
    [
        .. Booked.Concat(Balances.Select(one => -one)).GroupBy(one => one.Currency).Select(same => new Money(same.Sum(one => one.Minor), same.Key)).Where(one => one.Minor != 0),
    ];
}

internal sealed class StripeComparisonTable : IEntityTypeConfiguration<StripeComparison>
{
    public void Configure(EntityTypeBuilder<StripeComparison> comparison)
    {
        comparison.ToTable("stripe_comparisons");
        comparison.HasIndex(row => row.At);
        comparison.Property(row => row.Balances).AsJson();
        comparison.Property(row => row.Booked).AsJson();
        comparison.Ignore(row => row.Differences);
    }
}

public static class StripeComparisonSet
{
    extension(Newspaper newspaper)
    {
        public DbSet<StripeComparison> StripeComparisons => newspaper.Set<StripeComparison>();
    }
}
