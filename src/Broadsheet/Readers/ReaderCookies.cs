using Broadsheet.Accounts;

namespace Broadsheet.Readers;

/// <summary>
/// The two cookies that a reader can get, and only by pressing a button that says so: one while she waits for the mail, one while she is
/// signed in. The prefix makes browsers refuse them from a subdomain, a path or plain HTTP.
/// </summary>
internal static class ReaderCookies
{
    private const string SessionName = "__Host-reader", AskingName = "__Host-asking";

    public static string? Session(HttpRequest request) => request.Cookies[SessionName];

    /// <summary>What shows that this browser asked to sign in.</summary>
    public static string? Asking(HttpRequest request) => request.Cookies[AskingName];

    public static void Ask(HttpResponse response, Secret browser) => response.Cookies.Append(AskingName, browser.Text, Options(SignInRequest.Lifetime));

    public static void SignIn(HttpResponse response, Secret session)
    {
        response.Cookies.Delete(AskingName, Options(null));
        response.Cookies.Append(SessionName, session.Text, Options(ReaderSession.AbsoluteLifetime));
    }

    public static void SignOut(HttpResponse response) => response.Cookies.Delete(SessionName, Options(null));

    // Lax: who comes from a link in a mail is signed in all the same.
    private static CookieOptions Options(TimeSpan? lifetime) => new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = lifetime, IsEssential = true };
}
