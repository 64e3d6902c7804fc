using Broadsheet.Storage.Changes;

namespace Broadsheet.Giving;

/// <summary>Somebody pressed "go on to payment". What she wrote waits here, and not at Stripe; without a payment it is gone after a while.</summary>
[StaysInNewsroom]
public sealed class DonationRequest
{
    /// <summary>Longer than a payment page of Stripe's stays open, and than a slow bank debit takes to arrive.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    public DonationRequest(Guid id, Money amount, Frequency frequency, DonationWish wish, long editionId, DateTimeOffset now)
    {
        PublicId = id;
        (Minor, Currency, Frequency) = (amount.Minor, amount.Currency, frequency);
        (Wish, EditionId) = (wish, editionId);
        CreatedAt = now;
    }

    private DonationRequest() { }

    public long Id { get; private set; }

    /// <summary>The form's: sent twice, it is one request.</summary>
    public Guid PublicId { get; private set; }

    public long Minor { get; private set; }
    public string Currency { get; private set; } = "";
    public Frequency Frequency { get; private set; }
    public DonationWish Wish { get; private set; } = new();
    public long EditionId { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When the first payment of it arrived.</summary>
    public DateTimeOffset? PaidAt { get; private set; }

    public Money Amount => new(Minor, Currency);

    /// <summary>What she wrote now stands with the donation, and goes with it when she is erased: not here as well.</summary>
    public void Pay(DateTimeOffset now) => (PaidAt, Wish) = (PaidAt ?? now, Wish.Nameless());
}
