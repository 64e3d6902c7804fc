using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Stripe;

namespace Broadsheet.Tests.Giving;

/// <summary>
/// Stripe on loopback, as far as the paper uses it: the API over HTTP for the real Stripe.net client, the payment page, and events signed as Stripe
/// signs them. It knows what <see cref="StripeWorld"/> knows.
/// </summary>
public sealed class StripeStandIn : IAsyncDisposable
{
    public const string Secret = "whsec_test_of_the_harbour_post";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, string> _answered = [];
    private int _begun;

    private StripeStandIn(WebApplication app) => _app = app;

    public StripeWorld World { get; } = new();
    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>How many payment pages were asked for.</summary>
    public int Begun => _begun;

    /// <summary>Answers 500 to everything while it is true.</summary>
    public bool IsDown { get; set; }

    /// <summary>Where events go by themselves, as soon as somebody pays on the page; null: a test brings them.</summary>
    public Uri? Webhook { get; set; }

    /// <summary>By which events are signed that go by themselves.</summary>
    public Func<DateTimeOffset> Clock { get; set; } = () => DateTimeOffset.UtcNow;

    public static async Task<StripeStandIn> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var stripe = new StripeStandIn(builder.Build());
        stripe.Map(stripe._app);
        await stripe._app.StartAsync();
        return stripe;
    }

    /// <summary>The settings of a paper that gives by this Stripe.</summary>
    public Machine.StripeSettings Settings => new() { SecretKey = "sk_test_of_the_harbour_post", WebhookSecret = Secret, ApiAddress = Address };

    /// <summary>Sends an event to a paper as Stripe does.</summary>
    public static Task<HttpResponseMessage> SendAsync(HttpClient paper, JsonObject told, DateTimeOffset now, string? secret = null, bool isLengthSaid = true)
    {
        var body = told.ToJsonString();
        var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/stripe") { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Stripe-Signature", EventUtility.GenerateSignatureHeader(body, secret ?? Secret, now.ToUnixTimeSeconds()));
        request.Headers.TransferEncodingChunked = !isLengthSaid;
        return paper.SendAsync(request);
    }

    private void Map(WebApplication app)
    {
        app.Use(async (http, next) =>
        {
            if (IsDown) http.Response.StatusCode = 500;
            else await next();
        });
        app.MapPost("/v1/checkout/sessions", (HttpContext http, CancellationToken _) => BeginAsync(http));
        app.MapPost("/v1/refunds", async (HttpContext http, CancellationToken _) => await OnceAsync(http, form => World.Refund(World.Things.Values.First(one => (string?)one["payment_intent"] == form["payment_intent"] && (string)one["object"]! == "charge"), long.Parse(form["amount"]!, CultureInfo.InvariantCulture))));
        app.MapPost("/v1/billing_portal/sessions", async (HttpContext http, CancellationToken _) => await OnceAsync(http, form => new JsonObject { ["id"] = World.Next("bps"), ["object"] = "billing_portal.session", ["url"] = $"{Address}/portal/{form["customer"]}" }));
        app.MapGet("/portal/{customer}", (string customer) => Results.Content($"<h1>Portal of {customer}</h1>", "text/html"));
        app.MapDelete("/v1/customers/{id}", (string id) =>
        {
            foreach (var series in World.Things.Values.Where(one => (string)one["object"]! == "subscription" && (string?)one["customer"] == id && (string)one["status"]! != "canceled").ToList()) World.Cancel(series);
            return Json(new JsonObject { ["id"] = id, ["object"] = "customer", ["deleted"] = true });
        });
        app.MapGet("/v1/balance_transactions", Movements);
        app.MapGet("/v1/subscriptions", Subscriptions);
        app.MapGet("/v1/invoice_payments", (HttpRequest request) => Json(List(
            World.Things.Values.Where(one => (string?)one["charge_of"] == request.Query["payment[payment_intent]"]).Select(invoice => new JsonObject { ["id"] = "inpay", ["object"] = "invoice_payment", ["invoice"] = Shown(invoice) }))));
        app.MapGet("/v1/balance", () => Json(new JsonObject
        {
            ["object"] = "balance",
            ["available"] = new JsonArray(),
            ["pending"] = new JsonArray([.. World.Movements.GroupBy(one => (string)one["currency"]!).Select(same => new JsonObject { ["currency"] = same.Key, ["amount"] = same.Sum(one => (long)one["net"]!) })]),
        }));
        app.MapGet("/v1/{kind}/{id}", (string id, HttpRequest request) => World.Things.TryGetValue(id, out var thing) ? Json(Expanded(thing, request)) : Missing(id));
        app.MapGet("/v1/checkout/sessions/{id}", (string id, HttpRequest request) => World.Things.TryGetValue(id, out var thing) ? Json(Expanded(thing, request)) : Missing(id));
        app.MapGet("/pay/{id}", (string id) => Results.Content($"""
            <!doctype html><title>Pay</title><form method="post"><h1>Pay {World.Things[id]["amount_total"]} {World.Things[id]["currency"]}</h1>
            <label>Email <input name="email" type="email"></label><label>Name on card <input name="name"></label><button>Pay</button></form>
            """, "text/html"));
        app.MapPost("/pay/{id}", PayAsync).DisableAntiforgery();
    }

    private Task<IResult> BeginAsync(HttpContext http) => OnceAsync(http, form =>
    {
        Interlocked.Increment(ref _begun);
        var session = World.Add("cs", new JsonObject
        {
            ["object"] = "checkout.session",
            ["mode"] = form["mode"].ToString(),
            ["status"] = "open",
            ["payment_status"] = "unpaid",
            ["currency"] = form["line_items[0][price_data][currency]"].ToString(),
            ["amount_total"] = long.Parse(form["line_items[0][price_data][unit_amount]"]!, CultureInfo.InvariantCulture),
            ["success_url"] = form["success_url"].ToString(),
            ["cancel_url"] = form["cancel_url"].ToString(),
            ["interval"] = form["line_items[0][price_data][recurring][interval]"].ToString(),
            ["metadata"] = new JsonObject { ["broadsheet_request"] = form["metadata[broadsheet_request]"].ToString() },
        });
        session["url"] = $"{Address}/pay/{session["id"]}";
        return session;
    });

    private async Task<IResult> PayAsync(string id, HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        var (session, before) = (World.Things[id], World.Events.Count);
        World.Pay(session, form["email"]!, form["name"]!);
        if (Webhook is { } webhook)
        {
            foreach (var told in World.Events.Skip(before).ToList())
            {
                using var paper = new HttpClient { BaseAddress = webhook };
                (await SendAsync(paper, told, Clock())).EnsureSuccessStatusCode();
            }
        }
        return Results.Redirect(((string)session["success_url"]!).Replace("{CHECKOUT_SESSION_ID}", id, StringComparison.Ordinal));
    }

    // A request that is repeated under its key is answered as before, and nothing more happens.
    private async Task<IResult> OnceAsync(HttpContext http, Func<IFormCollection, JsonObject> act)
    {
        var (key, form) = (http.Request.Headers["Idempotency-Key"].ToString(), await http.Request.ReadFormAsync());
        return Results.Content(key.Length == 0 ? act(form).ToJsonString() : _answered.GetOrAdd(key, _ => act(form).ToJsonString()), "application/json");
    }

    // The newest first, as Stripe lists them.
    private IResult Movements(HttpRequest request)
    {
        var since = long.TryParse(request.Query["created[gte]"], out var from) ? from : 0;
        var all = World.Movements.ToList().Where(one => (long)one["created"]! >= since).Reverse().ToList();
        if (request.Query["starting_after"].ToString() is { Length: > 0 } last) all = [.. all.SkipWhile(one => (string)one["id"]! != last).Skip(1)];
        var limit = int.TryParse(request.Query["limit"], out var most) ? most : 10;
        return Json(List(all.Take(limit).Select(Shown), all.Count > limit));
    }

    private IResult Subscriptions(HttpRequest request)
    {
        var all = World.Things.Values.Where(one => (string)one["object"]! == "subscription" && (request.Query["status"] == "all" || (string)one["status"]! != "canceled")).OrderByDescending(one => (string)one["id"]!, StringComparer.Ordinal).ToList();
        if (request.Query["starting_after"].ToString() is { Length: > 0 } last) all = [.. all.SkipWhile(one => (string)one["id"]! != last).Skip(1)];
        var limit = int.Parse(request.Query["limit"]!, CultureInfo.InvariantCulture);
        return Json(List(all.Take(limit).Select(one =>
        {
            var shown = Shown(one);
            if (request.Query.Any(asked => asked.Value == "data.customer")) shown["customer"] = Shown(World.Things[(string)one["customer"]!]);
            return shown;
        }), all.Count > limit));
    }

    private JsonObject Expanded(JsonObject thing, HttpRequest request)
    {
        var shown = Shown(thing);
        foreach (var name in request.Query.Where(one => one.Key.StartsWith("expand", StringComparison.Ordinal)).SelectMany(one => one.Value).Select(one => one!.Split('.')[0]))
        {
            if (shown[name] is JsonValue id && World.Things.TryGetValue((string)id!, out var other)) shown[name] = Shown(other);
        }
        if (shown["invoice"] is JsonObject invoice) invoice["payments"] = List([new JsonObject { ["id"] = "inpay", ["object"] = "invoice_payment", ["payment"] = new JsonObject { ["type"] = "payment_intent", ["payment_intent"] = (string?)invoice["charge_of"] } }]);
        return shown;
    }

    private static JsonObject Shown(JsonObject thing) => (JsonObject)thing.DeepClone();

    private static JsonObject List(IEnumerable<JsonObject> data, bool hasMore = false) => new() { ["object"] = "list", ["has_more"] = hasMore, ["data"] = new JsonArray([.. data]) };

    private static IResult Json(JsonObject thing) => Results.Content(thing.ToJsonString(), "application/json");

    private static IResult Missing(string id) =>
        Results.Content(new JsonObject { ["error"] = new JsonObject { ["type"] = "invalid_request_error", ["code"] = "resource_missing", ["message"] = $"No such thing: {id}" } }.ToJsonString(), "application/json", null, 404);

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
