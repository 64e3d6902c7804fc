using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Broadsheet.Tests.Giving;

/// <summary>
/// What Stripe knows of one account: objects in the shapes of its API (2026-10-28), and the events that tell of them. Tests live a giver's
/// life here; fees are 2.9 % and 30 cents.
/// </summary>
public sealed class StripeWorld
{
    private readonly Lock _lock = new();
    private long _last;

    /// <summary>Seconds since 1970; what happens, happens then.</summary>
    public long Now { get; set; } = new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();

    public ConcurrentDictionary<string, JsonObject> Things { get; } = [];
    public List<JsonObject> Movements { get; } = [];
    public List<JsonObject> Events { get; } = [];
    public bool IsLive { get; init; }

    public string Next(string kind) => $"{kind}_{Interlocked.Increment(ref _last):D6}";

    public JsonObject Add(string kind, JsonObject thing)
    {
        thing["id"] = Next(kind);
        thing["created"] ??= Now;
        thing["livemode"] = IsLive;
        return Things[(string)thing["id"]!] = thing;
    }

    public void Tell(string type, JsonObject about)
    {
        lock (_lock)
        {
            Events.Add(new JsonObject
            {
                ["id"] = Next("evt"),
                ["object"] = "event",
                ["type"] = type,
                ["created"] = Now,
                ["livemode"] = IsLive,
                ["api_version"] = "2020-08-27",
                ["data"] = new JsonObject { ["object"] = about.DeepClone() },
            });
        }
    }

    /// <summary>A giver pays on the page of a session: the first payment, and the subscription where it is one.</summary>
    public void Pay(JsonObject session, string email, string name)
    {
        var customer = Add("cus", new JsonObject { ["object"] = "customer", ["email"] = email, ["name"] = name });
        (session["status"], session["payment_status"], session["customer"]) = ("complete", "paid", (string)customer["id"]!);
        if ((string)session["mode"]! == "subscription")
        {
            var series = Subscribe(customer, (long)session["amount_total"]!, (string)session["currency"]!, (string)session["interval"]!, (JsonObject)session["metadata"]!);
            session["subscription"] = (string)series["id"]!;
            session["invoice"] = (string)Renew(series)["id"]!;
        }
        else
        {
            session["payment_intent"] = (string)Charge(customer, (long)session["amount_total"]!, (string)session["currency"]!, (JsonObject)session["metadata"]!)["payment_intent"]!;
        }
        Tell("checkout.session.completed", session);
    }

    public JsonObject Subscribe(JsonObject customer, long amount, string currency, string interval, JsonObject metadata)
    {
        var item = new JsonObject
        {
            ["id"] = Next("si"),
            ["object"] = "subscription_item",
            ["quantity"] = 1,
            ["current_period_start"] = Now,
            ["current_period_end"] = Now + 30 * 86400,
            ["price"] = new JsonObject { ["id"] = Next("price"), ["object"] = "price", ["unit_amount"] = amount, ["currency"] = currency, ["recurring"] = new JsonObject { ["interval"] = interval, ["interval_count"] = 1 } },
        };
        var series = Add("sub", new JsonObject
        {
            ["object"] = "subscription",
            ["status"] = "active",
            ["customer"] = (string)customer["id"]!,
            ["start_date"] = Now,
            ["cancel_at_period_end"] = false,
            ["metadata"] = metadata.DeepClone(),
            ["items"] = new JsonObject { ["object"] = "list", ["data"] = new JsonArray(item) },
        });
        Tell("customer.subscription.created", series);
        return series;
    }

    /// <summary>The next payment of a subscription succeeds; its invoice.</summary>
    public JsonObject Renew(JsonObject series)
    {
        var (item, invoice) = (ItemOf(series), InvoiceOf(series));
        var charge = Charge(Things[(string)series["customer"]!], (long)item["price"]!["unit_amount"]!, (string)item["price"]!["currency"]!, []);
        (invoice["status"], invoice["charge_of"]) = ("paid", (string)charge["payment_intent"]!);
        (series["status"], item["current_period_end"]) = ("active", Now + 30 * 86400);
        Tell("invoice.paid", invoice);
        Tell("customer.subscription.updated", series);
        return invoice;
    }

    /// <summary>The next payment of a subscription fails.</summary>
    public void FailRenewal(JsonObject series)
    {
        var invoice = InvoiceOf(series);
        (series["status"], invoice["status"]) = ("past_due", "open");
        var charge = Add("ch", new JsonObject { ["object"] = "charge", ["amount"] = 500, ["currency"] = "usd", ["paid"] = false, ["status"] = "failed", ["customer"] = (string)series["customer"]! });
        Tell("charge.failed", charge);
        Tell("invoice.payment_failed", invoice);
        Tell("customer.subscription.updated", series);
    }

    public void Cancel(JsonObject series)
    {
        (series["status"], series["ended_at"], series["canceled_at"]) = ("canceled", Now, Now);
        Tell("customer.subscription.deleted", series);
    }

    /// <param name="settled">What reaches the account where that is in another currency: amount and currency.</param>
    public JsonObject Charge(JsonObject customer, long amount, string currency, JsonObject metadata, (long Amount, string Currency)? settled = null)
    {
        var payment = Add("pi", new JsonObject { ["object"] = "payment_intent", ["amount"] = amount, ["currency"] = currency, ["status"] = "succeeded", ["metadata"] = metadata.DeepClone() });
        var charge = Add("ch", new JsonObject
        {
            ["object"] = "charge",
            ["amount"] = amount,
            ["currency"] = currency,
            ["paid"] = true,
            ["status"] = "succeeded",
            ["customer"] = (string)customer["id"]!,
            ["payment_intent"] = (string)payment["id"]!,
            ["metadata"] = metadata.DeepClone(),
            ["billing_details"] = new JsonObject { ["email"] = (string)customer["email"]!, ["name"] = (string)customer["name"]! },
        });
        payment["latest_charge"] = (string)charge["id"]!;
        var (arrives, into) = settled ?? (amount, currency);
        charge["balance_transaction"] = (string)Move("charge", arrives, arrives * 29 / 1000 + 30, into, charge)["id"]!;
        Tell("payment_intent.succeeded", payment);
        Tell("charge.succeeded", charge);
        return charge;
    }

    public JsonObject Refund(JsonObject charge, long amount)
    {
        var refund = Add("re", new JsonObject { ["object"] = "refund", ["amount"] = amount, ["currency"] = (string)charge["currency"]!, ["charge"] = (string)charge["id"]!, ["payment_intent"] = (string)charge["payment_intent"]!, ["status"] = "succeeded" });
        refund["balance_transaction"] = (string)Move("refund", -amount, 0, (string)charge["currency"]!, refund)["id"]!;
        Tell("refund.created", refund);
        Tell("charge.refunded", charge);
        return refund;
    }

    /// <summary>A giver's bank takes the money back, with a fee for it.</summary>
    public JsonObject Dispute(JsonObject charge)
    {
        var dispute = Add("du", new JsonObject { ["object"] = "dispute", ["amount"] = (long)charge["amount"]!, ["currency"] = (string)charge["currency"]!, ["charge"] = (string)charge["id"]!, ["payment_intent"] = (string)charge["payment_intent"]!, ["status"] = "needs_response" });
        dispute["balance_transactions"] = new JsonArray(Move("adjustment", -(long)charge["amount"]!, 1500, (string)charge["currency"]!, dispute).DeepClone());
        Tell("charge.dispute.created", dispute);
        Tell("charge.dispute.funds_withdrawn", dispute);
        return dispute;
    }

    public void WinDispute(JsonObject dispute)
    {
        dispute["status"] = "won";
        ((JsonArray)dispute["balance_transactions"]!).Add(Move("adjustment", (long)dispute["amount"]!, -1500, (string)dispute["currency"]!, dispute).DeepClone());
        Tell("charge.dispute.funds_reinstated", dispute);
        Tell("charge.dispute.closed", dispute);
    }

    public void PayOut(long amount, string currency)
    {
        var payout = Add("po", new JsonObject { ["object"] = "payout", ["amount"] = amount, ["currency"] = currency, ["status"] = "paid" });
        payout["balance_transaction"] = (string)Move("payout", -amount, 0, currency, payout)["id"]!;
        Tell("payout.paid", payout);
    }

    private JsonObject InvoiceOf(JsonObject series) => Add("in", new JsonObject
    {
        ["object"] = "invoice",
        ["status"] = "open",
        ["customer"] = (string)series["customer"]!,
        ["parent"] = new JsonObject { ["type"] = "subscription_details", ["subscription_details"] = new JsonObject { ["subscription"] = (string)series["id"]!, ["metadata"] = series["metadata"]!.DeepClone() } },
    });

    private static JsonObject ItemOf(JsonObject series) => (JsonObject)series["items"]!["data"]![0]!;

    private JsonObject Move(string type, long amount, long fee, string currency, JsonObject source)
    {
        var moved = Add("txn", new JsonObject { ["object"] = "balance_transaction", ["type"] = type, ["amount"] = amount, ["fee"] = fee, ["net"] = amount - fee, ["currency"] = currency, ["source"] = (string)source["id"]! });
        lock (_lock) Movements.Add(moved);
        return moved;
    }
}
