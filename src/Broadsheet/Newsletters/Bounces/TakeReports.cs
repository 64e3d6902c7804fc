using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Broadsheet.Machine;
using Broadsheet.Outbound;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Broadsheet.Newsletters.Bounces;

/// <summary>
/// POST /webhooks/mail/mailgun, /webhooks/mail/postmark and /webhooks/mail/ses: what a provider says came back. Mailgun and Amazon sign what they say, Postmark
/// knows a password; whoever does neither learns nothing and changes nothing.
/// </summary>
public static class TakeReports
{
    private const int Longest = 256 * 1024;
    private static readonly TimeSpan Oldest = TimeSpan.FromMinutes(15);

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/webhooks/mail/{provider}", Post).AllowAnonymous().ExcludeFromDescription().DisableAntiforgery()
        .WithMetadata(new RequestSizeLimitAttribute(Longest));

    internal static async Task<IResult> Post(string provider, HttpContext http, Newspaper newspaper, AmazonPost amazon, MachineSettings machine, TimeProvider clock, CancellationToken stop)
    {
        var secret = machine.Mail.WebhookSecret;
        if (!(provider == "ses" ? amazon.IsOn : secret.Length > 0)) return TypedResults.NotFound();
        using var said = await ReadAsync(http, stop);
        if (said is not { RootElement: { ValueKind: JsonValueKind.Object } root }) return TypedResults.BadRequest();

        var now = clock.GetUtcNow();
        if (provider == "ses") return await TakeAmazonsAsync(root, newspaper, amazon, now, stop);
        var isTrue = provider switch
        {
            "mailgun" => IsSigned(root, secret, now),
            "postmark" => IsTold(http.Request, secret),
            _ => false,
        };
        if (!isTrue) return TypedResults.StatusCode(StatusCodes.Status403Forbidden);

        var report = provider == "mailgun" ? ProviderReports.OfMailgun(root) : ProviderReports.OfPostmark(root);
        if (report is not null) await newspaper.NoteBounceAsync(report.MessageId, provider, report.Kind, report.Problem, now, stop);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> TakeAmazonsAsync(JsonElement root, Newspaper newspaper, AmazonPost amazon, DateTimeOffset now, CancellationToken stop)
    {
        try
        {
            if (await amazon.ReadAsync(root, stop) is not { } said) return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
            if (ProviderReports.OfAmazon(said) is { } report) await newspaper.NoteBounceAsync(report.MessageId, "ses", report.Kind, report.Problem, now, stop);
            return TypedResults.NoContent();
        }
        catch (OutboundException)
        {
            // It says it again.
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<JsonDocument?> ReadAsync(HttpContext http, CancellationToken stop)
    {
        try
        {
            return await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: stop);
        }
        catch (Exception bad) when (bad is JsonException or BadHttpRequestException)
        {
            return null;
        }
    }

    // Not older than a quarter of an hour: what was overheard once is no key for later.
    private static bool IsSigned(JsonElement root, string secret, DateTimeOffset now)
    {
        if (!root.TryGetProperty("signature", out var signature) || signature.ValueKind != JsonValueKind.Object) return false;
        var (time, token, given) = (signature.Text("timestamp"), signature.Text("token"), signature.Text("signature"));
        if (!long.TryParse(time, out var seconds) || seconds is < 0 or > 32_503_680_000 || (now - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() > Oldest) return false;
        var right = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(time + token)));
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(right), Encoding.ASCII.GetBytes(given));
    }

    // In the address that Postmark is given: https://broadsheet:SECRET@www.example.org/webhooks/mail/postmark.
    private static bool IsTold(HttpRequest request, string secret)
    {
        if (!AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var told) || told is not { Scheme: "Basic", Parameter: { } parameter }) return false;
        var right = Convert.ToBase64String(Encoding.UTF8.GetBytes($"broadsheet:{secret}"));
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(right), Encoding.ASCII.GetBytes(parameter));
    }
}
