using Broadsheet.Editions;
using Broadsheet.Popularity;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Sponsors;

/// <summary>
/// GET /sponsor/0199…: leads on to a sponsor, and counts that somebody went. As with reads, nothing is kept of whom: a robot, a browser that fetches ahead and the same
/// person within half an hour count for nothing.
/// </summary>
public static partial class FollowSponsor
{
    public static void Map(IEndpointRouteBuilder app) => app.MapMethods("/sponsor/{id:guid}", ["GET", "HEAD"], Get).AllowAnonymous().ExcludeFromDescription();

    public static string PathOf(Sponsorship sponsor) => $"/sponsor/{sponsor.PublicId}";

    internal static async Task<IResult> Get(Guid id, HttpContext http, Newspaper newspaper, CountedOnce once, ILogger<Sponsorship> log, CancellationToken stop)
    {
        if (await newspaper.Sponsorships.AsNoTracking().SingleOrDefaultAsync(row => row.PublicId == id && !row.IsOff, stop) is not { } sponsor) return Results.NotFound();

        if (HttpMethods.IsGet(http.Request.Method) && once.At(http, id) is { } now) await CountAsync(sponsor, newspaper, now, log, stop);

        http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        http.Response.Headers["Referrer-Policy"] = "origin";
        http.Response.Headers.CacheControl = "no-store";
        return Results.Redirect(sponsor.Link);
    }

    private static async Task CountAsync(Sponsorship sponsor, Newspaper newspaper, DateTimeOffset now, ILogger log, CancellationToken stop)
    {
        try
        {
            var edition = await newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == sponsor.EditionId, stop);
            var day = edition.DayOf(now);
            // Adding is one statement that both databases know, so that two nodes can add to the same day.
            await newspaper.WriteAsync(() => newspaper.Database.ExecuteSqlAsync(
                $"INSERT INTO sponsor_clicks (sponsorship_id, day, clicks) VALUES ({sponsor.Id}, {day}, 1) ON CONFLICT (sponsorship_id, day) DO UPDATE SET clicks = sponsor_clicks.clicks + 1", stop), stop);
        }
        catch (Exception problem) when (!stop.IsCancellationRequested)
        {
            // Who follows a link gets where it leads, whatever becomes of the count.
            NotCounted(log, problem);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A click on a sponsor could not be counted")]
    private static partial void NotCounted(ILogger log, Exception problem);
}
