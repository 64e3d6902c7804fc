using System.Globalization;
using Broadsheet.Web;

namespace Broadsheet.Messages.Counting;

/// <summary>
/// POST /seen: a message came into view, or the place did at which a browser without it would have had it. The body is its public id, the lot, and whether it
/// was the first time. No cookie is set or looked at, and the answer is the same whether or not it counted.
/// </summary>
public static class CountSeen
{
    private const int Longest = 64;

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/seen", Post).AllowAnonymous().DisableAntiforgery();

    internal static async Task<IResult> Post(HttpContext http, SeenCounter counter)
    {
        if (!http.Request.IsSentFromHere) return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        if (await ReadAsync(http) is not { } seen) return TypedResults.BadRequest();

        counter.Count(seen.Message, seen.Arm, seen.IsFirst, http);
        return TypedResults.NoContent();
    }

    private static async Task<(Guid Message, Arm Arm, bool IsFirst)?> ReadAsync(HttpContext http)
    {
        return (await http.Request.ReadShortAsync(Longest))?.Split(' ') is [var id, "0" or "1" or "2", "0" or "1"] words && Guid.TryParse(id, out var message)
            ? (message, (Arm)int.Parse(words[1], CultureInfo.InvariantCulture), words[2] == "1") : null;
    }
}
