using System.Globalization;
using Broadsheet.Paper.Press;
using Broadsheet.Storage;

namespace Broadsheet.Paper;

/// <summary>When a reader's page cannot be made, she gets the paper's own page that says so, and the log the reason.</summary>
public sealed partial class PaperFailure(Func<HttpContext, PaperEdition?> editionOf) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        try
        {
            var answer = await next(context);
            // Drawn here rather than later, so that a failing template or part is caught as well.
            if (answer is PaperResult page) await page.ExecuteAsync(http);
            return answer is PaperResult ? Results.Empty : answer;
        }
        catch (Exception failure) when (failure is not OperationCanceledException && !http.Response.HasStarted && editionOf(http) is not null)
        {
            LogFailure(http.RequestServices.GetRequiredService<ILogger<PaperFailure>>(), failure, http.Request.Path);
            http.Features.Get<PressSlip>()?.Failed(failure);
            http.Response.Clear();
            var isAway = DatabaseAbsence.Is(failure);
            if (isAway) http.Response.Headers.RetryAfter = DatabaseAbsence.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
            await new PaperResult(PaperErrors.Of(editionOf(http)!, isAway ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError)).ExecuteAsync(http);
            return Results.Empty;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The page {Path} could not be made.")]
    private static partial void LogFailure(ILogger log, Exception failure, string path);
}
