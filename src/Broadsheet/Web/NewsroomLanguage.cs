using System.Security.Claims;
using Broadsheet.Words;

namespace Broadsheet.Web;

/// <summary>
/// The language in which the newsroom speaks to who asks: what her account says; else the first of her browser's languages that there is, on the pages
/// before signing in too. The API says everything in English, as its documentation does.
/// </summary>
public static class NewsroomLanguage
{
    /// <summary>The claim that holds the choice of who is signed in; without it the browser's is taken.</summary>
    public const string Claim = "language";

    /// <summary>Once before anything can be refused, and again when it is known who asks.</summary>
    internal static void UseNewsroomLanguage(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        Speak(http);
        await next(http);
    });

    /// <summary>Also for what is said after an error: by then the flow in which it was set has ended.</summary>
    internal static void Speak(HttpContext http)
    {
        if (http.Request.Path.StartsWithSegments("/newsroom")) Spoken.In(http.User.FindFirstValue(Claim) ?? OfBrowser(http.Request));
    }

    private static string? OfBrowser(HttpRequest request) => request.AcceptedLanguages.Select(Primary).FirstOrDefault(Spoken.Languages.Contains);

    // "he-IL" is Hebrew, and so is what old systems call "iw".
    private static string Primary(string tag) => tag.Split('-')[0].ToLowerInvariant() is var language && language == "iw" ? "he" : language;
}
