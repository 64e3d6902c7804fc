using Broadsheet.Editions;
using Broadsheet.Giving.Cards;
using Broadsheet.Paper;
using Broadsheet.Readers;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;
using Stripe;

namespace Broadsheet.Giving;

/// <summary>What the form of /give carries: its own number, so that it is one request.</summary>
public sealed record GiveSigned(Guid Id);

/// <summary>
/// GET /give?amount=5&amp;every=monthly&amp;story=…&amp;place=article asks what is given, POST /give leads on to Stripe's page, where alone a card
/// is entered. The page is never stored: its form carries the time at which it was drawn.
/// </summary>
public static class GiveMoney
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods("/give", ["GET", "HEAD"], Get);
        pages.MapPost("/give", Post);
    }

    internal static async Task<IResult> Get(HttpContext http, Newspaper newspaper, GivingPage page, CancellationToken stop)
    {
        if (http.Edition is not { } edition) return Results.NotFound();
        if (await page.OfAsync(edition, stop) is not { } terms) return Results.Redirect(edition.PathOf("/support"));

        // Back from the payment page without having paid: what she wrote is still there.
        var request = Guid.TryParse(http.Request.Query["request"], out var id) ? await newspaper.DonationRequests.AsNoTracking().SingleOrDefaultAsync(row => row.PublicId == id && row.PaidAt == null, stop) : null;
        var form = request is not null && request.Currency == terms.Currency.Code ? GivingForm.Of(request, terms.Currency) : GivingForm.Read(name => http.Request.Query[name]);
        return page.Show(edition, terms, form with { Amount = form.Amount.Length == 0 && form.Typed.Length == 0 ? terms.First : form.Amount }, "");
    }

    internal static async Task<IResult> Post(
        HttpContext http, IFormCollection fields, Newspaper newspaper, GivingPage page, PaymentBrakes brakes, SignedForms forms, Doorsteps doorsteps, StripeRoad road, PaperOrigin origin,
        TimeProvider clock, ILogger<GivingPage> log, CancellationToken stop)
    {
        if (http.Edition is not { } edition) return Results.NotFound();
        if (await page.OfAsync(edition, stop) is not { } terms) return Results.Redirect(edition.PathOf("/support"));

        var form = GivingForm.Read(name => fields[name]);
        var (state, signed) = http.Request.IsSentFromHere ? forms.Open<GiveSigned>(fields["form"]) : default;
        if (signed is null || state is FormState.Unknown or FormState.TooLate) return page.Show(edition, terms, form, "form.too-late");
        if (state == FormState.TooSoon) return page.Show(edition, terms, form, "form.too-soon", fields["form"]);
        if (terms.Problem(form) is { } problem) return page.Show(edition, terms, form, problem);

        var (now, from) = (clock.GetUtcNow(), http.Connection.RemoteIpAddress);
        if (await brakes.FindAsync(from, now, stop) is { } full) return doorsteps.Hold(http, edition, full, now, "held-pay");

        var (request, held) = await newspaper.WriteAsync<(DonationRequest? Request, Held? Held)>(async () =>
        {
            // Pressed twice: the same payment page, counted once.
            if (await newspaper.DonationRequests.SingleOrDefaultAsync(row => row.PublicId == signed.Id, stop) is { } known) return (known, null);
            if (await brakes.TakeAsync(from, now, stop) is { } held) return (null, held);

            var minor = form.Minor(terms.Currency)!.Value;
            var given = new Money(form.CoversFee && terms.Terms.AsksForFee ? terms.Terms.WithFee(minor) : minor, terms.Currency.Code);
            var made = new DonationRequest(signed.Id, given, form.Frequency, form.Wish, edition.Id, now);
            newspaper.DonationRequests.Add(made);
            await newspaper.SaveChangesAsync(stop);
            return (made, null);
        }, stop);
        if (request is null) return doorsteps.Hold(http, edition, held!, now, "held-pay");

        try
        {
            var reader = await newspaper.FindReaderAsync(http, now, stop);
            var payment = await road.BeginAsync(request, edition, origin, doorsteps.Say(edition, "give.product"), reader?.Reader.TypedAddress ?? "", stop);
            return doorsteps.GoOn(http, edition, "give.onward", payment);
        }
        catch (Exception failure) when (failure is StripeException or HttpRequestException or TaskCanceledException && !stop.IsCancellationRequested)
        {
            GivingPage.NotBegun(log, failure);
            // Nothing was taken, and nothing she wrote is lost. A form of its own number: Stripe refuses another request under the same one.
            return page.Show(edition, terms, form, "give.problem.stripe", status: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
