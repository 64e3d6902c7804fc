using Broadsheet.Storage.Changes;

namespace Broadsheet.Giving;

/// <summary>By what road a donation came.</summary>
public enum DonationRoad
{
    Stripe,
    Bank,
    Cash,
}

/// <summary>Money that was given and has arrived. What was given is never changed; what went back is counted beside it, from the ledger.</summary>
[StaysInNewsroom]
public sealed class Donation
{
    public Donation(string key, DonationRoad road, Money given, DateTimeOffset givenAt, DateOnly day, long donorId, long editionId)
    {
        (Key, Road) = (key, road);
        (Minor, Currency) = (given.Minor, given.Currency);
        (GivenAt, Day) = (givenAt, day);
        (DonorId, EditionId) = (donorId, editionId);
    }

    private Donation() { }

    public long Id { get; private set; }
    public Guid PublicId { get; private set; } = Guid.CreateVersion7();

    /// <summary>Stripe's id of the payment, or the form's by which it was entered: one payment is one donation.</summary>
    public string Key { get; private set; } = "";

    public DonationRoad Road { get; private set; }
    public long Minor { get; private set; }
    public string Currency { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTimeOffset GivenAt { get; private set; }

    /// <summary>The day that was where the paper keeps its books: what a receipt is dated with.</summary>
    public DateOnly Day { get; private set; }

    public long DonorId { get; private set; }
    public long EditionId { get; private set; }

    /// <summary>The series that it is part of.</summary>
    public long? RecurringId { get; set; }

    public DonationWish Wish { get; set; } = new();

    /// <summary>The message that is credited with it: <see cref="DonationWish.Message"/>, to be asked for.</summary>
    public Guid? Message { get; init; }

    /// <summary>Whether <see cref="DonationWish.Arms"/> says anything.</summary>
    public bool HasArms { get; init; }

    /// <summary>What went back to the giver by refunds, in <see cref="Currency"/>.</summary>
    public long RefundedMinor { get; private set; }

    /// <summary>What her bank holds or took back.</summary>
    public long DisputedMinor { get; private set; }

    public Money Given => new(Minor, Currency);

    /// <summary>What is left of it for the paper, before fees.</summary>
    public Money Kept => new(Minor - RefundedMinor - DisputedMinor, Currency);

    /// <summary>Says what the ledger says. Counted anew each time, never added to: told twice, it is the same.</summary>
    public void NoteTakenBack(long refunded, long disputed) => (RefundedMinor, DisputedMinor) = (refunded, disputed);
}
