using System.Security.Cryptography;
using Broadsheet.Machine;

namespace Broadsheet.Web;

/// <summary>
/// The headers that make a browser refuse what we did not mean. Readers' pages are stored, so Paper gives them a policy of
/// hashes; the newsroom's are made for one person, so theirs has a nonce. What sets no policy of its own gets one that allows nothing.
/// </summary>
public static class ContentSecurity
{
    private const string PolicyHeader = "Content-Security-Policy";
    private static readonly object NonceKey = new();

    public static IApplicationBuilder UseContentSecurity(this IApplicationBuilder app)
    {
        var machine = app.ApplicationServices.GetRequiredService<MachineSettings>();
        var isHttps = machine.Paper.Address.StartsWith("https:", StringComparison.OrdinalIgnoreCase);
        return app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                Write(context, isHttps);
                if (machine.Staging) context.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    /// <summary>This response's nonce, for the <c>script</c> and <c>style</c> elements of a newsroom page.</summary>
    public static string ContentSecurityNonce(this HttpContext context) =>
        (string)(context.Items[NonceKey] ??= Convert.ToBase64String(RandomNumberGenerator.GetBytes(18)));

    /// <summary>Lets newsroom pages show this one in a frame: a preview.</summary>
    public static void AllowFramingByNewsroom(this HttpContext context) => context.Items[typeof(ContentSecurity)] = "'self'";

    private static void Write(HttpContext context, bool isHttps)
    {
        var headers = context.Response.Headers;
        headers.TryAdd(PolicyHeader, IsFramed(context.Request.Path) ? NewsroomPolicy(context) : "default-src 'none'; frame-ancestors 'none'");
        headers.TryAdd("X-Content-Type-Options", "nosniff");
        headers.TryAdd("Referrer-Policy", "strict-origin-when-cross-origin");
        headers.TryAdd("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()");
        headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
        if (isHttps) headers.TryAdd("Strict-Transport-Security", "max-age=31536000");
        if (context.Request.Path.StartsWithSegments("/newsroom")) headers.TryAdd("Cache-Control", "no-store");
    }

    // The page that describes the API is drawn with the newsroom's frame, and stands beside what it describes.
    private static bool IsFramed(PathString path) => path.StartsWithSegments("/newsroom") || path == "/api";

    private static string NewsroomPolicy(HttpContext context) =>
        $"default-src 'none'; script-src 'self' 'nonce-{context.ContentSecurityNonce()}'; style-src 'self' 'nonce-{context.ContentSecurityNonce()}'; " +
        "img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self'; connect-src 'self'; frame-src 'self'; manifest-src 'self'; " +
        $"form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors {context.Items[typeof(ContentSecurity)] ?? "'none'"}";
}
