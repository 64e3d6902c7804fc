using Broadsheet.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Broadsheet.Accounts;

public sealed record SignInView(string Email, string Next, Problems Problems);

public sealed record CodeView(string Next, Problems Problems);

/// <summary>Signing in with an address and a password, then a code; or with a passkey; and signing out.</summary>
public static class SignIn
{
    private static readonly OpenToAnybody Door = new("Whoever signs in is not signed in yet.");

    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/sign-in", Get).OpenTo(Door);
        newsroom.MapPost("/sign-in", Post).OpenTo(Door).Braked(Brake.SignIn);
        newsroom.MapPost("/sign-in/code", PostCode).OpenTo(Door).Braked(Brake.SignIn);
        newsroom.MapPost("/sign-in/passkey", PostPasskey).OpenTo(Door).Braked(Brake.SignIn);
        newsroom.MapPost("/sign-in/passkey/challenge", PostChallenge).OpenTo(Door).Braked(Brake.SignIn)
            .WithMetadata(new WithoutAntiforgery("Answers with a random challenge and changes nothing; the dialog of an ended session has no good token."));
        newsroom.MapPost("/sign-out", (Delegate)PostSignOut).Requires(Permission.EnterNewsroom);
    }

    internal static RazorComponentResult Get(string? next) => Show(new("", Local(next), Problems.None));

    internal static async Task<IResult> Post(IFormCollection fields, HttpContext context, PasswordSignIn signIn)
    {
        var (email, next) = (fields["Email"].ToString(), fields["Next"].ToString());
        if (await signIn.CheckAsync(email, fields["Password"].ToString()) is not { } member)
            return Show(new(email, Local(next), new Problems().Add("Password", Text.T("sign-in.wrong"))), StatusCodes.Status422UnprocessableEntity);

        if (member.Authenticator is null) return await LetInAsync(context, member, SignInMethod.Password, next);

        signIn.AwaitCode(context, member);
        return Page.Alone<CodePage, CodeView>(new(Local(next), Problems.None));
    }

    internal static async Task<IResult> PostCode(IFormCollection fields, HttpContext context, PasswordSignIn signIn) =>
        await signIn.CheckCodeAsync(context, fields["Code"].ToString()) is { } member
            ? await LetInAsync(context, member, SignInMethod.PasswordAndCode, fields["Next"])
            : Page.Alone<CodePage, CodeView>(new(Local(fields["Next"]), new Problems().Add("Code", Text.T("sign-in.wrong-code"))), StatusCodes.Status422UnprocessableEntity);

    internal static async Task<IResult> PostPasskey(IFormCollection fields, HttpContext context, Passkeys passkeys) =>
        await passkeys.WhoSignedAsync(context, fields["Credential"].ToString()) is { } member
            ? await LetInAsync(context, member, SignInMethod.Passkey, fields["Next"])
            : Show(new("", Local(fields["Next"]), new Problems().Add(Text.T("sign-in.wrong-passkey"))), StatusCodes.Status422UnprocessableEntity);

    internal static async Task<IResult> PostChallenge(HttpContext context, Passkeys passkeys) =>
        Results.Text(await passkeys.BeginSigningInAsync(context), "application/json");

    internal static async Task<IResult> PostSignOut(HttpContext context)
    {
        await context.SignOutAsync();
        return TypedResults.Redirect("/newsroom/sign-in");
    }

    /// <summary>The path to go on to. Anything that is not a path of the newsroom leads to its front: a link must not send anybody elsewhere.</summary>
    internal static string Local(string? next) =>
        next is not null && (next == "/newsroom" || next.StartsWith("/newsroom/", StringComparison.Ordinal) || next.StartsWith("/newsroom?", StringComparison.Ordinal))
        && !next.Contains('\\', StringComparison.Ordinal) && !next.Any(char.IsControl) ? next : "/newsroom";

    private static async Task<IResult> LetInAsync(HttpContext context, StaffMember member, SignInMethod method, string? next)
    {
        await context.SignInAsync(member, method);
        return TypedResults.LocalRedirect(Local(next));
    }

    private static RazorComponentResult Show(SignInView view, int status = StatusCodes.Status200OK) => Page.Alone<SignInPage, SignInView>(view, status);
}
