using Broadsheet.Storage;
using Microsoft.AspNetCore.Diagnostics;

namespace Broadsheet.Web;

/// <summary>Turns a refusal, and anything unexpected in the newsroom, into a plain page or a problem document.</summary>
public sealed partial class Refusals(ILogger<Refusals> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        NewsroomLanguage.Speak(httpContext);
        var refusal = exception switch
        {
            RefusalException known => known,
            _ when DatabaseAbsence.Is(exception) => new RefusalException(Text.T("problem.database-away"), StatusCodes.Status503ServiceUnavailable),
            BadHttpRequestException bad => new RefusalException(bad.Message, bad.StatusCode),
            _ => null,
        };
        if (refusal is null)
        {
            // Readers' pages have their own 500, drawn by the theme.
            if (!httpContext.Request.Path.StartsWithSegments("/newsroom")) return false;
            Unexpected(exception, httpContext.TraceIdentifier);
            refusal = new RefusalException(Text.T("error.unexpected", ("id", httpContext.TraceIdentifier)), StatusCodes.Status500InternalServerError);
        }

        // A page that broke while it was drawn leaves this request's renderer unusable: the answer gets one of its own.
        await using var scope = httpContext.RequestServices.CreateAsyncScope();
        httpContext.RequestServices = scope.ServiceProvider;
        if (refusal.Status == StatusCodes.Status503ServiceUnavailable) Unavailable.Say(httpContext);
        await Answer(httpContext, refusal).ExecuteAsync(httpContext);
        return true;
    }

    /// <summary>A refusal as the page or the problem document that the asker can read.</summary>
    public static IResult Answer(HttpContext http, RefusalException refusal) =>
        WantsPage(http.Request)
            ? Page.Alone<RefusalPage, RefusalException>(refusal, refusal.Status)
            : Results.Problem(detail: refusal.Message, statusCode: refusal.Status, title: Text.T("error.title"));

    /// <summary>Whether a person reads the answer, and not a script.</summary>
    public static bool WantsPage(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api") && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    [LoggerMessage(Level = LogLevel.Error, Message = "Unexpected failure of request {Id}")]
    private partial void Unexpected(Exception exception, string id);
}
