namespace Broadsheet.Giving.Books;

/// <summary>Why money moved at Stripe.</summary>
public enum MovementKind
{
    Donation,
    Refund,

    /// <summary>A giver's bank took it back, or Stripe returned it: the sign says which.</summary>
    Dispute,

    /// <summary>To the paper's bank, or back from there when the bank refused it.</summary>
    Payout,

    Fee,
    Other,
}

/// <summary>One movement on the paper's account at Stripe, as Stripe's balance transaction states it. It never changes, so each is booked once, whoever tells of it and how often.</summary>
/// <param name="Id">Stripe's <c>txn_…</c>.</param>
/// <param name="Settled">What moved before Stripe's fee: above zero towards the paper.</param>
/// <param name="Fee">In the currency of <paramref name="Settled"/>; below zero when it was returned.</param>
/// <param name="Given">The same as the giver sees it, in her currency.</param>
/// <param name="At">UTC.</param>
/// <param name="Payment">The payment that it belongs to, by Stripe's id; null for payouts and the like.</param>
public sealed record Movement(string Id, MovementKind Kind, Money Settled, long Fee, Money Given, DateTimeOffset At, string? Payment = null);
