using Broadsheet.Web;

namespace Broadsheet.Popularity;

/// <summary>
/// POST /reads: a reader's page says that it is being read; the body is the article's public id, and behind
/// a space by which link she came, if the link says so. No cookie is set or looked at, and the answer is the same whether or not the read counted.
/// </summary>
public static class CountRead
{
    private const int Longest = 64;

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/reads", Post).AllowAnonymous().DisableAntiforgery();

    internal static async Task<IResult> Post(HttpContext http, ReadCounter counter, IEnumerable<IReferralCounter> referrals)
    {
        if (!http.Request.IsSentFromHere) return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        var words = (await http.Request.ReadShortAsync(Longest))?.Split(' ') ?? [];
        if (words.Length is 0 or > 2 || !Guid.TryParse(words[0], out var article)) return TypedResults.BadRequest();

        counter.Count(article, http);
        if (words is [_, var referral]) foreach (var one in referrals) one.Count(referral, article, http);
        return TypedResults.NoContent();
    }
}
