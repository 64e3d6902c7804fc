using Broadsheet.Web;
using Microsoft.AspNetCore.Antiforgery;

namespace Broadsheet.Accounts;

/// <summary>
/// POST /newsroom/sign-in.json: signing in again without leaving the page, for a form whose session has ended while
/// somebody was writing. Answers with the antiforgery token that the open form goes on with.
/// </summary>
public static class SignInAgain
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/sign-in.json", Post)
        .OpenTo(new("Whoever signs in is not signed in yet."))
        .Braked(Brake.SignIn)
        .WithMetadata(new WithoutAntiforgery("The page's token died with its session. Only JSON from our own pages is taken, which no foreign form can send."));

    internal static async Task<IResult> Post(SignInAgainBody body, HttpContext context, PasswordSignIn signIn, Passkeys passkeys, IAntiforgery antiforgery)
    {
        if (!IsOurs(context.Request)) return Refuse("antiforgery", StatusCodes.Status400BadRequest);

        var (member, method) = await FindAsync(body, context, signIn, passkeys);
        if (member is null) return Refuse(body.Credential is null ? "sign-in-wrong" : "passkey-wrong");

        if (method == SignInMethod.Password && member.Authenticator is not null)
        {
            if (string.IsNullOrWhiteSpace(body.Code)) return Refuse("code-needed");
            if (!await signIn.AcceptsAsync(member, body.Code)) return Refuse("code-wrong");
            method = SignInMethod.PasswordAndCode;
        }

        await context.SignInAsync(member, method);
        return TypedResults.Ok(new SignedInAgain(member.Name, antiforgery.GetAndStoreTokens(context).RequestToken!, AntiforgeryGuard.Header));
    }

    private static async Task<(StaffMember? Member, SignInMethod Method)> FindAsync(SignInAgainBody body, HttpContext context, PasswordSignIn signIn, Passkeys passkeys) =>
        body.Credential is { } credential
            ? (await passkeys.WhoSignedAsync(context, credential), SignInMethod.Passkey)
            : (await signIn.CheckAsync(body.Email ?? "", body.Password ?? ""), SignInMethod.Password);

    // Browsers set this header themselves and no script can forge it. A client that is no browser has no cookies to steal.
    private static bool IsOurs(HttpRequest request) =>
        request.HasJsonContentType() && request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin";

    private static Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult Refuse(string key, int status = StatusCodes.Status401Unauthorized) =>
        TypedResults.Problem(statusCode: status, title: Text.T("error.title"), detail: Text.T($"problem.{key}"), type: $"tag:broadsheet,2026:{key}");
}

/// <param name="Credential">A passkey's answer as JSON text, instead of address and password.</param>
/// <param name="Code">Asked for by the problem <c>code-needed</c>.</param>
public sealed record SignInAgainBody(string? Email, string? Password, string? Code, string? Credential);

/// <param name="Token">To be sent from now on in the header named <paramref name="Header"/>, and put into the form's own field.</param>
public sealed record SignedInAgain(string Name, string Token, string Header);
