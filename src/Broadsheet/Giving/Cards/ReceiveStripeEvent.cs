using System.Text.Json;
using Broadsheet.Machine;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Stripe;

namespace Broadsheet.Giving.Cards;

/// <summary>
/// POST /webhooks/stripe. What bears no signature of Stripe's, is older than five minutes or of the other mode (test, live) is answered 400
/// and leaves no row (promise 7); for the rest a row is written, and only then 200 answered. Stripe repeats for three days what was not answered so.
/// </summary>
public static class ReceiveStripeEvent
{
    private const long OldestSeconds = 300;
    private const int LongestBody = 1 << 20;

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/webhooks/stripe", Post).AllowAnonymous().ExcludeFromDescription().DisableAntiforgery()
        .WithMetadata(new RequestSizeLimitAttribute(LongestBody));

    internal static async Task<IResult> Post(HttpRequest request, Newspaper newspaper, MachineSettings machine, TimeProvider clock, CancellationToken stop)
    {
        if (!machine.Stripe.IsOn) return Results.NotFound();

        var now = clock.GetUtcNow();
        if (await ReadAsync(request, stop) is not { } body) return Results.BadRequest();
        if (Check(body, request.Headers["Stripe-Signature"].ToString(), machine.Stripe, now) is not { } told) return Results.BadRequest();

        await newspaper.WriteAsync(async () =>
        {
            if (await newspaper.StripeEvents.AnyAsync(row => row.Id == told.Id, stop)) return;
            newspaper.StripeEvents.Add(told);
            await newspaper.SaveChangesAsync(stop);
        }, stop);
        return Results.Ok();
    }

    private static StripeEvent? Check(string body, string signature, StripeSettings settings, DateTimeOffset now)
    {
        try
        {
            EventUtility.ValidateSignature(body, signature, settings.WebhookSecret, OldestSeconds, now.ToUnixTimeSeconds());
            using var json = JsonDocument.Parse(body);
            var (told, thing) = (json.RootElement, json.RootElement.GetProperty("data").GetProperty("object"));
            if (told.GetProperty("livemode").GetBoolean() != settings.IsLive) return null;

            var about = thing.TryGetProperty("id", out var id) ? id.GetString() ?? "" : "";
            return new StripeEvent(told.GetProperty("id").GetString()!, told.GetProperty("type").GetString()!, about, now);
        }
        catch (Exception bad) when (bad is StripeException or JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private static async Task<string?> ReadAsync(HttpRequest request, CancellationToken stop)
    {
        try
        {
            using var reader = new StreamReader(request.Body);
            return await reader.ReadToEndAsync(stop);
        }
        catch (BadHttpRequestException)
        {
            // Too long, or cut off.
            return null;
        }
    }
}
