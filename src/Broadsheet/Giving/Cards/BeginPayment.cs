using Broadsheet.Editions;
using Broadsheet.Paper;
using Stripe;
using Stripe.Checkout;

namespace Broadsheet.Giving.Cards;

/// <summary>Opens a payment page at Stripe for a request: there the card is entered, and nowhere here.</summary>
public static class BeginPayment
{
    /// <summary>Under which name Stripe carries the request's id along.</summary>
    public const string RequestKey = "broadsheet_request";

    // Of Stripe's own list; for any other language the page speaks the browser's.
    private static readonly HashSet<string> Languages =
        ["bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fil", "fr", "hr", "hu", "id", "it", "ja", "ko", "lt", "lv", "ms", "mt", "nb", "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sv", "th", "tr", "vi", "zh"];

    extension(StripeRoad road)
    {
        /// <summary>Where the giver goes on. Asked again for the same request, it is the same page.</summary>
        /// <param name="name">What Stripe's page and her bank call it.</param>
        /// <param name="address">Her mail address where it is known; empty where Stripe has to ask.</param>
        /// <exception cref="StripeException">Stripe refused, or does not answer.</exception>
        public async Task<Uri> BeginAsync(DonationRequest request, Edition edition, PaperOrigin origin, string name, string address, CancellationToken stop)
        {
            var marks = new Dictionary<string, string> { [RequestKey] = request.PublicId.ToString() };
            var query = $"request={request.PublicId}&edition={Uri.EscapeDataString(edition.Code)}";
            var options = new SessionCreateOptions
            {
                Mode = request.Frequency == Frequency.Once ? "payment" : "subscription",
                LineItems = [new SessionLineItemOptions { Quantity = 1, PriceData = PriceOf(request, name) }],
                ClientReferenceId = request.PublicId.ToString(),
                Metadata = marks,
                Locale = Languages.Contains(edition.Language) ? edition.Language : "auto",
                CustomerEmail = address.Length == 0 ? null : address,
                SuccessUrl = origin.Whole($"/give/thanks?{query}") + "&session={CHECKOUT_SESSION_ID}",
                CancelUrl = origin.Whole($"/give?{query}"),
            };
            if (request.Frequency == Frequency.Once)
            {
                options.SubmitType = "donate";
                options.PaymentIntentData = new() { Metadata = marks };
                options.CustomerCreation = "always";
            }
            else
            {
                options.SubscriptionData = new() { Metadata = marks };
            }
            var session = await road.Api.Checkout.Sessions.CreateAsync(options, new RequestOptions { IdempotencyKey = $"begin-{request.PublicId:N}" }, stop);
            return new Uri(session.Url);
        }

        /// <summary>Stripe's page on which a giver changes her card, looks at what she gave or ends a series.</summary>
        /// <exception cref="StripeException">Stripe refused, or does not answer.</exception>
        public async Task<Uri> PortalAsync(string customer, string back, CancellationToken stop) =>
            new((await road.Api.BillingPortal.Sessions.CreateAsync(new() { Customer = customer, ReturnUrl = back }, cancellationToken: stop)).Url);

        /// <summary>Gives all or part of a donation back. What it does to the books is learned from Stripe like anything else.</summary>
        /// <param name="key">The form's: sent twice, it is one refund.</param>
        /// <exception cref="StripeException">Stripe refused, or does not answer.</exception>
        public Task<Refund> RefundAsync(Donation donation, long minor, Guid key, CancellationToken stop)
        {
            var options = new RefundCreateOptions { Amount = minor };
            if (donation.Key.StartsWith("pi_", StringComparison.Ordinal)) options.PaymentIntent = donation.Key;
            else options.Charge = donation.Key;
            return road.Api.Refunds.CreateAsync(options, new RequestOptions { IdempotencyKey = $"refund-{key:N}" }, stop);
        }
    }

    private static SessionLineItemPriceDataOptions PriceOf(DonationRequest request, string name) => new()
    {
        Currency = request.Currency.ToLowerInvariant(),
        UnitAmount = request.Minor,
        ProductData = new() { Name = name },
        Recurring = request.Frequency switch
        {
            Frequency.Monthly => new() { Interval = "month" },
            Frequency.Yearly => new() { Interval = "year" },
            _ => null,
        },
    };
}
