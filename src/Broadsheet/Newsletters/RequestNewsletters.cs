using Broadsheet.Editions;
using Broadsheet.Readers;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Newsletters;

/// <summary>POST /by-mail/request: a person has read what she agrees to. One mail goes to the address, whether the paper knows it or not.</summary>
public static class RequestNewsletters
{
    public static void Map(IEndpointRouteBuilder pages) => pages.MapPost("/by-mail/request", Post);

    internal static async Task<IResult> Post(HttpContext http, IFormCollection fields, Newspaper newspaper, SignUp signUp, SignedForms forms, Doorsteps doorsteps, TimeProvider clock, CancellationToken stop)
    {
        if (http.Edition is not { } edition) return Results.NotFound();
        var (state, form) = http.Request.IsSentFromHere ? forms.Open<AgreedForm>(fields["form"]) : default;
        if (form is null || state == FormState.Unknown) return doorsteps.Say(edition, "by-mail.elsewhere", StatusCodes.Status403Forbidden, ("newsletters.title", "./newsletters"));

        var chosen = await newspaper.Newsletters.Offered(edition.Id).Where(row => form.Newsletters.Contains(row.Id)).ToListAsync(stop);
        if (chosen.Count == 0) return doorsteps.Say(edition, "by-mail.gone", StatusCodes.Status410Gone, ("newsletters.title", "./newsletters"));
        if (state == FormState.TooSoon) return AskForNewsletters.Show(edition, doorsteps, forms, form, chosen, "form.too-soon", fields["form"]);
        // Nothing that was typed is lost: the same form again, drawn now.
        if (state == FormState.TooLate) return AskForNewsletters.Show(edition, doorsteps, forms, form with { Id = Guid.CreateVersion7() }, chosen, "form.too-late");

        var now = clock.GetUtcNow();
        return await signUp.RequestAsync(form, edition, http.Connection.RemoteIpAddress, now, stop) is { } held
            ? doorsteps.Hold(http, edition, held, now)
            : doorsteps.Say(edition, "by-mail.sent", StatusCodes.Status200OK, ("frame.front-page", "./"), ("address", form.Address));
    }
}
