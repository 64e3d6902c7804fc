using Broadsheet.Articles;
using Broadsheet.Document;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Api;

/// <summary>Turns whatever goes wrong below /api into a problem document: refusals, bad requests, bare status codes.</summary>
internal sealed partial class ApiProblems(RequestDelegate next, ILogger<ApiProblems> log)
{
    private const string MediaType = "application/problem+json; charset=utf-8";

    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (Exception wrong) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            var problem = Of(wrong) ?? Unexpected(wrong, http.TraceIdentifier);
            http.Response.Clear();
            await AnswerAsync(http, problem);
            return;
        }

        if (http.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null } bare)
            await AnswerAsync(http, ProblemKind.Of(bare.StatusCode).With());
    }

    private static ApiProblem? Of(Exception wrong) => wrong switch
    {
        ApiProblemException known => known.Problem,
        DocumentException unfit => ProblemKind.Unfit.With(unfit.Message, [.. unfit.Problems.Select(one => new ProblemPart(one.Path, one.Message))]),
        NotReadyException unready => ProblemKind.NotReady.With(unready.Message, [.. unready.Problems.Select(one => new ProblemPart(Member(one.Field), one.Message))]),
        DbUpdateConcurrencyException => ProblemKind.Stale.With("Somebody acted on this at the same moment. Read it again, then send your request again."),
        RefusalException refusal => ProblemKind.Of(refusal.Status).With(refusal.Message),
        BadHttpRequestException bad => ProblemKind.Of(bad.StatusCode).With(bad.StatusCode == 413 ? null : bad.Message),
        _ => null,
    };

    private ApiProblem Unexpected(Exception wrong, string id)
    {
        LogUnexpected(wrong, id);
        return ProblemKind.Unexpected.With($"The log has the details under {id}.");
    }

    // The checks name fields as the form does: Headline.
    private static string Member(string field) => field.Length == 0 ? "" : char.ToLowerInvariant(field[0]) + field[1..];

    private static Task AnswerAsync(HttpContext http, ApiProblem problem)
    {
        http.Response.StatusCode = problem.Status;
        return http.Response.WriteAsJsonAsync(problem, ApiJson.Answers, MediaType, http.RequestAborted);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Unexpected failure of API request {Id}")]
    private partial void LogUnexpected(Exception exception, string id);
}
