namespace Broadsheet.Giving;

/// <summary>On what terms an edition takes gifts. Its currency and what it suggests stand with its support page (<see cref="Messages.PaperSupport"/>).</summary>
public sealed record GivingTerms
{
    /// <summary>The smallest gift, in minor units. 0: the smallest that is suggested.</summary>
    public long LeastMinor { get; init; }

    public bool TakesMonthly { get; init; } = true;
    public bool TakesYearly { get; init; } = true;

    /// <summary>Whether readers are asked to add what Stripe keeps.</summary>
    public bool AsksForFee { get; init; } = true;

    /// <summary>What Stripe keeps of a payment, in hundredths of a percent: 290 is 2.9 %.</summary>
    public int FeeBasisPoints { get; init; } = 290;

    /// <summary>And of every payment besides, in minor units.</summary>
    public long FeeMinor { get; init; } = 30;

    /// <summary>What must be given so that <paramref name="minor"/> arrives: what the fee takes of the fee is added, too.</summary>
    public long WithFee(long minor) => (long)Math.Ceiling((minor + FeeMinor) / (1 - FeeBasisPoints / 10_000m));
}
