using System.Globalization;
using Broadsheet.Storage;

namespace Broadsheet.Web;

/// <summary>The answer where the database is away and neither the press nor a feature had a better one: 503, and when to come back.</summary>
public static class Unavailable
{
    // Without an edition there is no theme and no language to say it in.
    private const string Page = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>Back soon</title><h1>Back soon</h1><p>This page cannot be shown just now. Please try again in a moment.";

    /// <summary>Must stand before whatever asks the database.</summary>
    public static IApplicationBuilder UseUnavailable(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (Exception failure) when (!context.Response.HasStarted && DatabaseAbsence.Is(failure))
        {
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            Say(context);
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync(Page, context.RequestAborted);
        }
    });

    /// <summary>Says when to come back, and that nobody may keep this answer.</summary>
    public static void Say(HttpContext context)
    {
        context.Response.Headers.RetryAfter = DatabaseAbsence.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.CacheControl = "no-store";
    }
}
