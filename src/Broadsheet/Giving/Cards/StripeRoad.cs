using Broadsheet.Machine;
using Stripe;

namespace Broadsheet.Giving.Cards;

/// <summary>
/// The way to the paper's account at Stripe. Nothing here is called inside a transaction. A restart or a second attempt repeats a request
/// with the same idempotency key, so that Stripe does it once.
/// </summary>
public sealed class StripeRoad : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly HttpClient _http;
    private readonly StripeSettings _settings;
    private V1Services? _api;

    public StripeRoad(MachineSettings machine)
    {
        _settings = machine.Stripe;
        // A staging copy has its giver's keys but no business with them.
        IsOn = _settings.IsOn && machine.MayReachOutside;
        _http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), UseCookies = false }) { Timeout = Patience };
    }

    /// <summary>Whether anybody can give by card here.</summary>
    public bool IsOn { get; }

    /// <summary>Made by whoever asks first: most papers' starts need neither Stripe's library nor what it loads. Two who ask at once may make two, over the same connections.</summary>
    public V1Services Api => _api ??= new StripeClient(new StripeClientOptions
    {
        ApiKey = _settings.IsOn ? _settings.SecretKey : "sk_test_none",
        ApiBase = _settings.ApiAddress.TrimEnd('/'),
        HttpClient = new SystemNetHttpClient(_http, maxNetworkRetries: 2, enableTelemetry: false),
    }).V1;

    /// <summary>Stripe's own desk, where a payment or customer is looked at.</summary>
    public Uri Desk(string path) => new($"https://dashboard.stripe.com/{(_settings.IsLive ? "" : "test/")}{path}");

    /// <summary>Whether a failure is Stripe's refusal or silence: what a person is told, and may try again. Not her own going away.</summary>
    public static bool IsNoAnswer(Exception failure, CancellationToken stop) => failure is StripeException or HttpRequestException or TaskCanceledException && !stop.IsCancellationRequested;

    public void Dispose() => _http.Dispose();
}
