using Broadsheet.Articles;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Syndication.Republication;

/// <summary>
/// POST /copies: somebody pressed "copy" on a page that gives a story away; the body is its public id. No cookie is set or looked at, nothing
/// stands in what was copied, and the answer is the same whether or not it counted.
/// </summary>
public static class CountCopy
{
    private const int Longest = 64;

    private static readonly Brake Copies = new("copies", 30, 600);

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/copies", Post).AllowAnonymous().DisableAntiforgery();

    internal static async Task<IResult> Post(HttpContext http, Newspaper newspaper, RateLimits limits, TimeProvider clock, CancellationToken stop)
    {
        if (!http.Request.IsSentFromHere || http.Request.ContentLength is null or > Longest) return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        if (!Guid.TryParse(await http.Request.ReadShortAsync(Longest), out var id)) return TypedResults.BadRequest();
        if (!limits.Allows(Copies, http.Connection.RemoteIpAddress)) return TypedResults.NoContent();

        var now = clock.GetUtcNow();
        if (await newspaper.Articles.Published(now).Where(row => row.PublicId == id).Select(row => (long?)row.Id).SingleOrDefaultAsync(stop) is { } article)
            await newspaper.WriteAsync(() => newspaper.CountCopyAsync(article, DateOnly.FromDateTime(now.UtcDateTime), stop), stop);
        return TypedResults.NoContent();
    }
}
