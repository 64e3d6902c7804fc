using System.Security.Cryptography;
using System.Text.Json;
using Broadsheet.Accounts;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Api.Repeats;

/// <summary>
/// What makes something is done once for each Idempotency-Key. The key's row is written in the transaction that makes the
/// thing, so there is never one without the other, whatever dies between.
/// </summary>
internal static class OnceOnly
{
    public const string Header = "Idempotency-Key";
    public const int LongestKey = 200;

    /// <summary>On an endpoint: takes an Idempotency-Key.</summary>
    internal sealed record TakesKey;

    /// <summary>Must be told of an endpoint that reads a <see cref="Sent{T}"/> and answers <see cref="Created{TValue}"/>.</summary>
    public static RouteHandlerBuilder Once(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new TakesKey()).AddEndpointFilter(async (invocation, next) =>
    {
        var key = invocation.HttpContext.Request.Headers[Header].ToString();
        if (key.Length == 0) return await next(invocation);
        if (key.Length > LongestKey) throw ProblemKind.Malformed.Exception($"An Idempotency-Key may have {LongestKey} characters.");

        var newspaper = invocation.HttpContext.RequestServices.GetRequiredService<Newspaper>();
        try
        {
            return await newspaper.WriteAsync(async () => await FirstAnswerAsync(newspaper, invocation, key) ?? await AnswerAsync(newspaper, invocation, next, key));
        }
        catch (DbUpdateException)
        {
            // On PostgreSQL two may come at once; the index let one of them through, and this one gets its answer.
            newspaper.ChangeTracker.Clear();
            if (await FirstAnswerAsync(newspaper, invocation, key) is { } first) return first;
            throw;
        }
    });

    private static async Task<object?> FirstAnswerAsync(Newspaper newspaper, EndpointFilterInvocationContext invocation, string key)
    {
        var (by, oldest) = (By(invocation), Now(invocation) - ApiRequest.Kept);
        if (await newspaper.ApiRequests.AsNoTracking().SingleOrDefaultAsync(row => row.By == by && row.Key == key && row.At > oldest) is not { } first) return null;
        if (first.Path != invocation.HttpContext.Request.Path || !CryptographicOperations.FixedTimeEquals(first.Hash, Hash(invocation))) throw ProblemKind.KeyReused.Exception();
        return new FirstAnswer(first.Location, first.Answer);
    }

    private static async Task<object?> AnswerAsync(Newspaper newspaper, EndpointFilterInvocationContext invocation, EndpointFilterDelegate next, string key)
    {
        var answer = await next(invocation);
        if (answer is not IValueHttpResult { Value: { } value } || answer.GetType().GetProperty(nameof(Created<>.Location))?.GetValue(answer) is not string location)
            throw new InvalidOperationException("Only what answers Created can be done once.");

        var oldest = Now(invocation) - ApiRequest.Kept;
        await newspaper.ApiRequests.Where(row => row.At <= oldest).ExecuteDeleteAsync();
        newspaper.ApiRequests.Add(new(By(invocation), key, invocation.HttpContext.Request.Path, Hash(invocation), location, JsonSerializer.Serialize(value, ApiJson.Answers), Now(invocation)));
        await newspaper.SaveChangesAsync();
        return answer;
    }

    private static byte[] Hash(EndpointFilterInvocationContext invocation) => invocation.Arguments.OfType<ISent>().Single().Hash;

    private static long By(EndpointFilterInvocationContext invocation) => Staff.Find(invocation.HttpContext.User)!.By;

    private static DateTimeOffset Now(EndpointFilterInvocationContext invocation) => invocation.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();

    private sealed class FirstAnswer(string location, string json) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.Location = location;
            return Results.Text(json, "application/json; charset=utf-8", statusCode: StatusCodes.Status201Created).ExecuteAsync(httpContext);
        }
    }
}
