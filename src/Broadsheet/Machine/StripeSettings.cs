namespace Broadsheet.Machine;

/// <summary>The paper's own account at Stripe. Empty: nobody can give by card.</summary>
public sealed record StripeSettings
{
    /// <summary>The secret key of the account, or a restricted one: <c>sk_live_…</c>, <c>rk_live_…</c>, and <c>_test_</c> to try it.</summary>
    public string SecretKey { get; init; } = "";

    /// <summary>With what Stripe signs what it sends to <c>/webhooks/stripe</c>: <c>whsec_…</c>.</summary>
    public string WebhookSecret { get; init; } = "";

    /// <summary>Where Stripe's API answers; something else only to try the program against a stand-in.</summary>
    public string ApiAddress { get; init; } = "https://api.stripe.com";

    public bool IsOn => SecretKey.Length > 0;

    /// <summary>Whether real money moves. What is sent by the other mode is refused.</summary>
    public bool IsLive => SecretKey.Contains("_live_", StringComparison.Ordinal);

    /// <exception cref="SettingException">One of them cannot be what it should.</exception>
    public void Check()
    {
        if (!IsOn) return;
        if ((!SecretKey.StartsWith("sk_", StringComparison.Ordinal) && !SecretKey.StartsWith("rk_", StringComparison.Ordinal)) || SecretKey.Any(char.IsWhiteSpace)) throw new SettingException("Stripe:SecretKey must be a secret key such as sk_live_… or rk_live_…, never the publishable one.");
        if (!WebhookSecret.StartsWith("whsec_", StringComparison.Ordinal)) throw new SettingException("Stripe:WebhookSecret must be the signing secret of the webhook, whsec_…: without it nobody could tell Stripe's word from a stranger's.");
        if (!Uri.TryCreate(ApiAddress, UriKind.Absolute, out var address) || !(address.Scheme == "https" || address.IsLoopback)) throw new SettingException("Stripe:ApiAddress must begin with https://.");
    }

    /// <summary>A record prints all its members; these are secrets.</summary>
    public override string ToString() => IsOn ? IsLive ? "Stripe (live)" : "Stripe (test)" : "no Stripe";
}
