namespace Broadsheet.Accounts;

/// <summary>The cookie that holds a session's key. Its prefix makes browsers refuse it from a subdomain, a path or plain HTTP.</summary>
internal static class SessionCookie
{
    public const string Name = "__Host-staff";

    public static string? Read(HttpRequest request) => request.Cookies[Name];

    public static void Write(HttpResponse response, Secret secret) =>
        response.Cookies.Append(Name, secret.Text, Options(Session.AbsoluteLifetime));

    public static void Erase(HttpResponse response) => response.Cookies.Delete(Name, Options(null));

    // Lax: a link in a mail or a chat must find the newsroom signed in; every write is guarded by antiforgery besides.
    private static CookieOptions Options(TimeSpan? lifetime) =>
        new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = lifetime, IsEssential = true };
}
