using Broadsheet.Giving.Books;
using Stripe;

namespace Broadsheet.Giving.Cards;

/// <summary>
/// Asks Stripe about what an event names. The event itself is believed in nothing but that: what it says may be old by now, and its shape is
/// that of the account's version of the API, which the paper does not choose. The answers are today's, in the version of this client.
/// </summary>
public sealed class StripeReading(StripeRoad road, TimeProvider clock)
{
    private readonly Dictionary<string, Facts> _read = [];

    /// <summary>What there is to know about the object of an event.</summary>
    /// <param name="id">Its id, such as <c>ch_…</c>; its beginning says what it is.</param>
    public async Task<Facts> ReadAsync(string id, CancellationToken stop)
    {
        // Many events name the same thing, and some things name each other.
        if (_read.TryGetValue(id, out var known)) return known;
        _read[id] = Facts.None;
        try
        {
            return _read[id] = await AskAsync(id, stop);
        }
        catch
        {
            // What was not learned must be asked for again.
            _read.Remove(id);
            throw;
        }
    }

    private async Task<Facts> AskAsync(string id, CancellationToken stop) => id.Split('_')[0] switch
    {
        "ch" or "py" => await ChargeAsync(id, stop),
        "pi" => await PaymentAsync(id, stop),
        "re" or "pyr" => await RefundAsync(id, stop),
        "du" or "dp" => await DisputeAsync(id, stop),
        "po" => await PayoutAsync(id, stop),
        "sub" => await SubscriptionAsync(id, stop),
        "in" => await InvoiceAsync(id, stop),
        "cs" => await SessionAsync(id, stop),
        "txn" => await MovementAsync(await road.Api.BalanceTransactions.GetAsync(id, cancellationToken: stop), stop),
        _ => Facts.None,
    };

    /// <summary>What there is to know about a movement: with it come the payment and the series that it is part of.</summary>
    public async Task<Facts> MovementAsync(BalanceTransaction moved, CancellationToken stop)
    {
        var facts = moved.SourceId is { Length: > 0 } source && Reads(source) ? await ReadAsync(source, stop) : Facts.None;
        return facts.Movements.Any(one => one.Id == moved.Id) ? facts : facts.With(Only(Plain(moved)));
    }

    private static bool Reads(string source) => source.Split('_')[0] is "ch" or "py" or "re" or "pyr" or "du" or "dp" or "po";

    private async Task<Facts> ChargeAsync(string id, CancellationToken stop)
    {
        var charge = await road.Api.Charges.GetAsync(id, new ChargeGetOptions { Expand = ["balance_transaction"] }, cancellationToken: stop);
        if (!charge.Paid || charge.Status != "succeeded") return Facts.None;

        var (series, request) = await WhyAsync(charge, stop);
        var payment = charge.PaymentIntentId ?? charge.Id;
        var known = series is null ? Facts.None : await ReadAsync(series, stop);
        return known.With(new([], [new(payment, new(charge.Amount, charge.Currency.ToUpperInvariant()), charge.Created, From(charge), series, request)],
            charge.BalanceTransaction is { } moved ? [Of(moved, EntryKind.Donation, new(charge.Amount, charge.Currency.ToUpperInvariant()), payment)] : []));
    }

    // A payment of a subscription says nothing of it: its invoice does.
    private async Task<(string? Series, Guid? Request)> WhyAsync(Charge charge, CancellationToken stop)
    {
        if (RequestIn(charge.Metadata) is { } own) return (null, own);
        if (charge.PaymentIntentId is not { } payment) return (null, null);

        var paid = await road.Api.InvoicePayments.ListAsync(
            new InvoicePaymentListOptions { Payment = new() { Type = "payment_intent", PaymentIntent = payment }, Expand = ["data.invoice"] }, cancellationToken: stop);
        var details = paid.Data.Select(one => one.Invoice?.Parent?.SubscriptionDetails).FirstOrDefault(one => one?.SubscriptionId is not null);
        return (details?.SubscriptionId, RequestIn(details?.Metadata));
    }

    private async Task<Facts> PaymentAsync(string id, CancellationToken stop) =>
        await road.Api.PaymentIntents.GetAsync(id, cancellationToken: stop) is { LatestChargeId: { } charge } ? await ReadAsync(charge, stop) : Facts.None;

    private async Task<Facts> RefundAsync(string id, CancellationToken stop)
    {
        var refund = await road.Api.Refunds.GetAsync(id, new RefundGetOptions { Expand = ["balance_transaction", "failure_balance_transaction"] }, cancellationToken: stop);
        if (refund.ChargeId is null) return Facts.None;

        var payment = refund.PaymentIntentId ?? refund.ChargeId;
        var given = new Money(-refund.Amount, refund.Currency.ToUpperInvariant());
        var moved = new List<Movement>();
        if (refund.BalanceTransaction is { } went) moved.Add(Of(went, EntryKind.Refund, given, payment));
        // The giver's bank would not have it: it lies with the paper again.
        if (refund.FailureBalanceTransaction is { } back) moved.Add(Of(back, EntryKind.Refund, -given, payment));
        return (await ReadAsync(refund.ChargeId, stop)).With(new([], [], moved));
    }

    private async Task<Facts> DisputeAsync(string id, CancellationToken stop)
    {
        var dispute = await road.Api.Disputes.GetAsync(id, cancellationToken: stop);
        var payment = dispute.PaymentIntentId ?? dispute.ChargeId;
        var moved = (dispute.BalanceTransactions ?? []).Select(one =>
            Of(one, EntryKind.Dispute, new(one.Amount < 0 ? -dispute.Amount : dispute.Amount, dispute.Currency.ToUpperInvariant()), payment)).ToList();
        return (await ReadAsync(dispute.ChargeId, stop)).With(new([], [], moved));
    }

    private async Task<Facts> PayoutAsync(string id, CancellationToken stop)
    {
        var payout = await road.Api.Payouts.GetAsync(id, new PayoutGetOptions { Expand = ["balance_transaction", "failure_balance_transaction"] }, cancellationToken: stop);
        return new([], [], [.. new[] { payout.BalanceTransaction, payout.FailureBalanceTransaction }.Where(one => one is not null).Select(Plain)]);
    }

    private async Task<Facts> InvoiceAsync(string id, CancellationToken stop) =>
        await road.Api.Invoices.GetAsync(id, cancellationToken: stop) is { Parent.SubscriptionDetails.SubscriptionId: { } series } ? await ReadAsync(series, stop) : Facts.None;

    private async Task<Facts> SessionAsync(string id, CancellationToken stop)
    {
        var session = await road.Api.Checkout.Sessions.GetAsync(id, new() { Expand = ["invoice.payments"] }, cancellationToken: stop);
        var facts = session.SubscriptionId is { } series ? await ReadAsync(series, stop) : Facts.None;
        var payment = session.PaymentIntentId ?? session.Invoice?.Payments?.Data.Select(one => one.Payment.PaymentIntentId).FirstOrDefault(one => one is not null);
        return payment is null ? facts : facts.With(await ReadAsync(payment, stop));
    }

    private async Task<Facts> SubscriptionAsync(string id, CancellationToken stop)
    {
        var asked = clock.GetUtcNow();
        return SeriesOf(await road.Api.Subscriptions.GetAsync(id, new SubscriptionGetOptions { Expand = ["customer"] }, cancellationToken: stop), asked) is { } series ? new([series], [], []) : Facts.None;
    }

    /// <summary>A subscription as a series of donations; null when it comes in other turns than months and years.</summary>
    /// <param name="asked">When Stripe was asked for it.</param>
    internal static SeriesFact? SeriesOf(Subscription from, DateTimeOffset asked)
    {
        if (from.Items.Data is not [var item, ..] || item.Price is not { Recurring: { IntervalCount: 1, Interval: "month" or "year" } every } price) return null;

        var state = from.Status switch
        {
            "canceled" or "incomplete_expired" => RecurringState.Ended,
            "past_due" or "unpaid" or "incomplete" => RecurringState.PastDue,
            _ => RecurringState.Active,
        };
        return new(from.Id, new((price.UnitAmount ?? 0) * item.Quantity, price.Currency.ToUpperInvariant()), every.Interval == "month" ? Frequency.Monthly : Frequency.Yearly,
            state, from.StartDate, state == RecurringState.Ended || from.CancelAtPeriodEnd ? null : item.CurrentPeriodEnd, from.EndedAt,
            new(from.Customer?.Email ?? "", from.Customer?.Name ?? "", from.CustomerId), RequestIn(from.Metadata), asked);
    }

    private static DonorFact From(Charge charge) => new(charge.BillingDetails?.Email ?? charge.ReceiptEmail ?? "", charge.BillingDetails?.Name ?? "", charge.CustomerId ?? "");

    private static Guid? RequestIn(Dictionary<string, string>? metadata) =>
        metadata is not null && metadata.TryGetValue(BeginPayment.RequestKey, out var id) && Guid.TryParse(id, out var request) ? request : null;

    private static Movement Of(BalanceTransaction moved, EntryKind kind, Money given, string? payment) =>
        new(moved.Id, kind, new(moved.Amount, moved.Currency.ToUpperInvariant()), moved.Fee, given, moved.Created, payment);

    // A movement that belongs to no giver.
    private static Movement Plain(BalanceTransaction moved)
    {
        var kind = moved.Type switch
        {
            "payout" or "payout_failure" or "payout_cancel" or "payout_minimum_balance_hold" or "payout_minimum_balance_release" => EntryKind.Payout,
            "stripe_fee" or "stripe_fx_fee" or "tax_fee" => EntryKind.Fee,
            _ => EntryKind.Other,
        };
        return Of(moved, kind, new(moved.Amount, moved.Currency.ToUpperInvariant()), null);
    }

    private static Facts Only(Movement movement) => new([], [], [movement]);
}
