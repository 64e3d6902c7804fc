using Broadsheet.Storage.Changes;

namespace Broadsheet.Giving;

public enum RecurringState
{
    Active,

    /// <summary>The last payment failed; Stripe tries again.</summary>
    PastDue,

    Ended,
}

/// <summary>
/// A promise to give every month or year, as Stripe last stated it. It moves no money: each payment is a <see cref="Donation"/>.
/// </summary>
[StaysInNewsroom]
public sealed class RecurringDonation
{
    public RecurringDonation(string stripeId, long donorId, long editionId) => (StripeId, DonorId, EditionId) = (stripeId, donorId, editionId);

    private RecurringDonation() { }

    public long Id { get; private set; }
    public Guid PublicId { get; private set; } = Guid.CreateVersion7();

    /// <summary>Stripe's <c>sub_…</c>.</summary>
    public string StripeId { get; private set; } = "";

    /// <summary>Stripe's <c>cus_…</c>, whose portal changes the card or ends the series.</summary>
    public string Customer { get; private set; } = "";

    public long DonorId { get; private set; }
    public long EditionId { get; private set; }
    public Frequency Frequency { get; private set; }
    public long Minor { get; private set; }
    public string Currency { get; private set; } = "";
    public RecurringState State { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>When the next payment is due; null when there will be none.</summary>
    public DateTimeOffset? NextAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>When it was taken over from elsewhere; null: a form of this paper began it. Payments before are none of this paper's donations.</summary>
    public DateTimeOffset? AdoptedAt { get; init; }

    public DonationWish Wish { get; set; } = new();

    /// <summary>When that was asked for which is written here.</summary>
    public DateTimeOffset SeenAt { get; private set; }

    public Money Amount => new(Minor, Currency);

    /// <summary>
    /// Takes over what Stripe says, unless something was taken over that was asked for later: answers may overtake each other. The last change's
    /// own event is read after the change, so that what is written last is what stands.
    /// </summary>
    /// <returns>Whether the state has changed.</returns>
    public bool Note(SeriesFact fact)
    {
        if (fact.SeenAt < SeenAt) return false;

        var before = State;
        (Customer, Frequency, Minor, Currency) = (fact.From.Customer, fact.Frequency, fact.Amount.Minor, fact.Amount.Currency);
        (State, StartedAt, NextAt, EndedAt, SeenAt) = (fact.State, fact.StartedAt, fact.NextAt, fact.EndedAt, fact.SeenAt);
        return before != State;
    }
}
