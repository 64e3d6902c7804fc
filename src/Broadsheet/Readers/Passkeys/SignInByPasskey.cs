using Broadsheet.Editions;
using Broadsheet.Web;

namespace Broadsheet.Readers.Passkeys;

/// <summary>POST /sign-in/passkey/challenge, then POST /sign-in/passkey with what the device signed: no mail is needed.</summary>
public static class SignInByPasskey
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPost("/sign-in/passkey/challenge", PostChallenge).Braked(Brake.SignIn);
        pages.MapPost("/sign-in/passkey", Post).Braked(Brake.SignIn);
    }

    internal static async Task<IResult> PostChallenge(HttpContext http, ReaderKeys keys)
    {
        if (!http.Request.IsSentFromHere) return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        http.Response.Headers.CacheControl = "no-store";
        return Results.Text(await keys.BeginSigningInAsync(http), "application/json");
    }

    internal static async Task<IResult> Post(HttpContext http, IFormCollection fields, ReaderKeys keys, SignedForms forms, Doorsteps doorsteps, CancellationToken stop)
    {
        if (http.Edition is not { } edition) return Results.NotFound();
        if (!http.Request.IsSentFromHere || await keys.SignInAsync(http, fields["Credential"].ToString(), stop) is not { } session)
            return doorsteps.Say(edition, "sign-in.no-passkey", StatusCodes.Status422UnprocessableEntity, ("sign-in.button", "/sign-in"));

        ReaderCookies.SignIn(http.Response, session);
        var (state, form) = forms.Open<SignInForm>(fields["form"]);
        return Results.Redirect(state is FormState.Good or FormState.TooSoon && form!.Next.Length > 0 ? form.Next : "/account");
    }
}
