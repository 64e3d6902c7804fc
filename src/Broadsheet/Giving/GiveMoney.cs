using Broadsheet.Editions;
using Broadsheet.Readers;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

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
        HttpContext http, IFormCollection fields, GivingPage page, PaymentStep step, SignedForms forms, Doorsteps doorsteps, TimeProvider clock, CancellationToken stop)
    {
        if (http.Edition is not { } edition) return Results.NotFound();
        if (await page.OfAsync(edition, stop) is not { } terms) return Results.Redirect(edition.PathOf("/support"));

        var form = GivingForm.Read(name => fields[name]);
        var (state, signed) = http.Request.IsSentFromHere ? forms.Open<GiveSigned>(fields["form"]) : default;
        if (signed is null || state is FormState.Unknown or FormState.TooLate) return page.Show(edition, terms, form, "form.too-late");
        if (state == FormState.TooSoon) return page.Show(edition, terms, form, "form.too-soon", fields["form"]);
        if (terms.Problem(form) is { } problem) return page.Show(edition, terms, form, problem);

        var minor = form.Minor(terms.Currency)!.Value;
        var given = new Money(form.CoversFee && terms.Terms.AsksForFee ? terms.Terms.WithFee(minor) : minor, terms.Currency.Code);
        // Shown again it is a form of its own number: Stripe refuses another request under the same one.
        return await step.GoOnAsync(http, edition, new DonationRequest(signed.Id, given, form.Frequency, form.Wish with { GiftAid = page.DeclaredIn(form, edition, terms) }, edition.Id, clock.GetUtcNow()), doorsteps.Say(edition, "give.product"),
            () => Task.FromResult(page.Show(edition, terms, form, "give.problem.stripe", status: StatusCodes.Status503ServiceUnavailable)), stop);
    }
}
