using System.Text.RegularExpressions;
using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Mail;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Readers;

/// <summary>What the form of /sign-in carries: its own number, so that it counts once.</summary>
/// <param name="Next">Where she was on her way to: a page for one reader; empty: to her own.</param>
public sealed record SignInForm(Guid Id, string Next = "");

/// <summary>
/// GET /sign-in asks for an address. POST sends the mail and gives this browser the cookie that its link needs. Whether the paper knows the
/// address is not even looked at: whoever opens the mail becomes a reader.
/// </summary>
public static partial class AskToSignIn
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods("/sign-in", ["GET", "HEAD"], Get);
        pages.MapPost("/sign-in", Post);
    }

    internal static async Task<IResult> Get(string? next, HttpContext http, Newspaper newspaper, SignedForms forms, Doorsteps doorsteps, TimeProvider clock, CancellationToken stop)
    {
        if (http.Edition is not { } edition) return Results.NotFound();
        if (await newspaper.FindReaderAsync(http, clock.GetUtcNow(), stop) is not null) return Results.Redirect(IsNext(next) ? next! : edition.ForPaper().Personal("/account"));
        return Ask(edition, doorsteps, forms, "", "", forms.Sign(new SignInForm(Guid.CreateVersion7(), IsNext(next) ? next! : "")));
    }

    internal static async Task<IResult> Post(HttpContext http, IFormCollection fields, Newspaper newspaper, MailBrakes brakes, SignedForms forms, Doorsteps doorsteps, Hosts hosts, TimeProvider clock, CancellationToken stop)
    {
        if (http.Edition is not { } edition) return Results.NotFound();
        var (now, typed) = (clock.GetUtcNow(), fields["address"].ToString());
        var (state, form) = http.Request.IsSentFromHere ? forms.Open<SignInForm>(fields["form"]) : default;
        if (form is null || state is not (FormState.Good or FormState.TooSoon)) return Ask(edition, doorsteps, forms, typed, "form.too-late");
        if (state == FormState.TooSoon) return Ask(edition, doorsteps, forms, typed, "form.too-soon", fields["form"]);
        if (ReaderAddress.Read(typed) is not { } address) return Ask(edition, doorsteps, forms, typed, "form.address");

        if (await brakes.FindAsync(address, http.Connection.RemoteIpAddress, now, stop) is { } full) return doorsteps.Hold(http, edition, full, now);
        var (link, code, browser) = (Secret.New(), SignInRequest.NewCode(), Secret.New());
        var held = await newspaper.WriteAsync(async () =>
        {
            // Pressed twice: the mail is on its way, and the cookie came with the first answer.
            if (await newspaper.SignInRequests.AnyAsync(row => row.PublicId == form.Id, stop)) return null;
            if (await brakes.TakeAsync(address, http.Connection.RemoteIpAddress, now, stop) is { } held) return held;

            newspaper.SignInRequests.Add(new SignInRequest(form.Id, address, edition.Id, link, code, browser, now, form.Next));
            newspaper.Send(address.Typed, "", doorsteps.Say(edition, "mail.sign-in.subject", ("code", code)),
                doorsteps.Say(edition, "mail.sign-in.text", ("code", code), ("link", hosts.Link(edition.ForPaper().Personal($"/sign-in/link?key={link.Text}")))), now);
            await newspaper.SaveChangesAsync(stop);
            ReaderCookies.Ask(http.Response, browser);
            return null;
        }, stop);
        return held is null ? Results.Redirect(edition.ForPaper().Personal("/sign-in/code")) : doorsteps.Hold(http, edition, held, now);
    }

    // Nothing but a story's page for one reader: what stands in an address is anybody's.
    private static bool IsNext(string? next) => next is not null && Next().IsMatch(next);

    [GeneratedRegex("^/members(/story/[0-9a-f-]{36})?(\\?edition=[a-z-]{1,20})?$")]
    private static partial Regex Next();

    private static IResult Ask(Edition edition, Doorsteps doorsteps, SignedForms forms, string typed, string problem, string? form = null) => doorsteps.Show(edition, new DoorstepView
    {
        Title = doorsteps.Say(edition, "sign-in.title"),
        Text = doorsteps.Say(edition, "sign-in.text"),
        Problem = problem.Length == 0 ? "" : doorsteps.Say(edition, problem),
        Action = edition.ForPaper().Personal("/sign-in"),
        Fields = [new("form", form ?? forms.Sign(new SignInForm(Guid.CreateVersion7())))],
        Ask = new("address", typed) { Kind = "email", Label = doorsteps.Say(edition, "by-mail.address") },
        Button = doorsteps.Say(edition, "sign-in.button"),
        Note = doorsteps.Say(edition, "sign-in.note"),
        Passkey = new(edition.ForPaper().Personal("/sign-in/passkey/challenge"), edition.ForPaper().Personal("/sign-in/passkey")),
    }, problem.Length == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}
