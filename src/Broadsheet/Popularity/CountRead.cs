using Broadsheet.Web;

namespace Broadsheet.Popularity;

/// <summary>
/// POST /reads: a reader's page says that it is being read; the body is the article's public id. No cookie is
/// set or looked at, and the answer is the same whether or not the read counted.
/// </summary>
public static class CountRead
{
    private const int Longest = 64;

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/reads", Post).AllowAnonymous().DisableAntiforgery();

    internal static async Task<IResult> Post(HttpContext http, ReadCounter counter)
    {
        if (!http.Request.IsSentFromHere) return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        if (!Guid.TryParse(await http.Request.ReadShortAsync(Longest), out var article)) return TypedResults.BadRequest();

        counter.Count(article, http);
        return TypedResults.NoContent();
    }
}
