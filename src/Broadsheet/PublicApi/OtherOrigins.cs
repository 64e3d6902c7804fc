
namespace Broadsheet.PublicApi;

/// <summary>Lets the scripts of any site read the answers: they are the same for everybody, and no cookie goes with the question.</summary>
internal static class OtherOrigins
{
    // A browser keeps a permission for two hours at most, whatever it is told (Chromium).
    private const string TwoHours = "7200";

    internal static Task LetInAsync(HttpContext http, RequestDelegate next)
    {
        var headers = http.Response.Headers;
        http.Response.OnStarting(() =>
        {
            headers.AccessControlAllowOrigin = "*";
            headers.AccessControlExposeHeaders = "ETag, Last-Modified, Link, Retry-After";
            return Task.CompletedTask;
        });
        if (!HttpMethods.IsOptions(http.Request.Method)) return next(http);

        headers.AccessControlAllowMethods = "GET, HEAD";
        headers.AccessControlAllowHeaders = "If-None-Match, If-Modified-Since";
        headers.AccessControlMaxAge = TwoHours;
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
