using System.Globalization;
using Broadsheet.Articles;
using Broadsheet.Document;
using Broadsheet.Paper.Press;
using Broadsheet.Pictures;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Api;

/// <summary>Turns whatever goes wrong below /api into a problem document: refusals, bad requests, bare status codes.</summary>
internal sealed partial class ApiProblems(RequestDelegate next, RateLimits limits, ILogger<ApiProblems> log)
{
    private const string MediaType = "application/problem+json; charset=utf-8";

    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            // What the press asks it asks once for everybody.
            if (http.Features.Get<PressSlip>() is null) limits.Check(Brake.Api, http.Connection.RemoteIpAddress);
            await next(http);
        }
        catch (Exception wrong) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            var problem = Of(wrong) ?? Unexpected(wrong, http.TraceIdentifier);
            http.Response.Clear();
            if (wrong is TooManyTriesException wait) http.Response.Headers.RetryAfter = wait.Seconds.ToString(CultureInfo.InvariantCulture);
            if (problem.Status == StatusCodes.Status503ServiceUnavailable) Unavailable.Say(http);
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
        PictureRefusedException { Problem: PictureProblem.FileTooLarge } large => ProblemKind.TooLarge.With(Text.T($"pictures.problem.{large.Problem}")),
        PictureRefusedException refused => ProblemKind.PictureRefused.With(Text.T($"pictures.problem.{refused.Problem}")),
        TooManyTriesException wait => ProblemKind.TooMany.With(wait.Message),
        RefusalException refusal => ProblemKind.Of(refusal.Status).With(refusal.Message),
        // What the reader of multipart throws for parts it cannot follow.
        InvalidDataException garbled => ProblemKind.Malformed.With(garbled.Message),
        _ when DatabaseAbsence.Is(wrong) => ProblemKind.Unavailable.With(),
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
