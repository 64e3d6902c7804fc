using Broadsheet.Accounts;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.AspNetCore.Mvc;

namespace Broadsheet.Review;

public sealed record ReviewDoor(string Key, ReviewLink Link);

/// <summary>
/// GET /newsroom/review?key=… is a doorstep and changes nothing: mail scanners come here first. POST notes the opening and puts the key into
/// a cookie, so that it stands in no address from then on.
/// </summary>
public static class OpenReview
{
    internal const string Cookie = "__Host-review";

    internal static readonly OpenToLink Door = new("The key in the link is what lets one in: to one text, until it runs out.");

    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/review", Get).OpenTo(new OpenToAnybody(Door.Reason)).Braked(Brake.Review);
        newsroom.MapPost("/review", Post).OpenTo(new OpenToAnybody(Door.Reason)).Braked(Brake.Review);
    }

    internal static async Task<IResult> Get(string? key, HttpContext http, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        http.TellNobody();
        return Page.Alone<ReviewDoorPage, ReviewDoor>(new(key!, await newspaper.OpenReviewAsync(key, clock.GetUtcNow(), stop)));
    }

    internal static async Task<IResult> Post([FromForm] string? key, HttpContext http, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        http.TellNobody();
        var link = await newspaper.OpenReviewAsync(key, clock.GetUtcNow(), stop);
        newspaper.ReviewOpenings.Add(new(link.Id, clock.GetUtcNow(), http.Connection.RemoteIpAddress?.ToString() ?? "", Device.Of(http.Request)));
        await newspaper.SaveChangesAsync(stop);
        http.Response.Cookies.Append(Cookie, key!, new CookieOptions { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true });
        return TypedResults.Redirect("/newsroom/review/text");
    }

    /// <summary>No other site learns from where a reader came, no robot keeps it, no cache holds it.</summary>
    internal static void TellNobody(this HttpContext http)
    {
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
        http.Response.Headers.CacheControl = "no-store";
    }
}
