namespace Broadsheet.Giving.Books;

/// <summary>One movement on the paper's account at Stripe, as Stripe's balance transaction states it. It never changes, so each is booked once, whoever tells of it and how often.</summary>
/// <param name="Id">Stripe's <c>txn_…</c>.</param>
/// <param name="Settled">What moved before Stripe's fee: above zero towards the paper.</param>
/// <param name="Fee">In the currency of <paramref name="Settled"/>; below zero when it was returned.</param>
/// <param name="Given">The same as the giver sees it, in her currency.</param>
/// <param name="At">UTC.</param>
/// <param name="Payment">The payment that it belongs to, by Stripe's id; null for payouts and the like.</param>
public sealed record Movement(string Id, EntryKind Kind, Money Settled, long Fee, Money Given, DateTimeOffset At, string? Payment = null);
