using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.RedirectDesk.Missed;

/// <param name="Suggestion">Where it might lead; null: nobody knows.</param>
public sealed record MissedLine(MissedAddress Missed, string? Suggestion);

/// <param name="Own">The paper's own host: a link that stands there can be mended.</param>
public sealed record MissedView(IReadOnlyList<MissedLine> Lines, int Total, string Own, NewsroomClock Clock);

/// <summary>GET /newsroom/redirects/missed: what readers ask for in vain, what is asked for most first; POST …/missed/7/removal.</summary>
public static class ListMissed
{
    internal const string Path = "/newsroom/redirects/missed";

    private const int Length = 100, MostGuessed = 40;

    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/redirects/missed", Get).Requires(Permission.ArrangePaper);
        newsroom.MapPost("/redirects/missed/{id:long}/removal", Remove).Requires(Permission.ArrangePaper);
    }

    internal static async Task<IResult> Get(Newspaper newspaper, NearestStory nearest, MissedFlush flush, PaperOrigin origin, CancellationToken stop)
    {
        // What happened a moment ago is what somebody who looks wants to see.
        await flush.FlushAsync(stop);
        var rows = await newspaper.MissedAddresses.AsNoTracking().OrderByDescending(row => row.Times).ThenByDescending(row => row.LastAt).Take(Length).ToListAsync(stop);
        var guesses = await nearest.FindAsync([.. rows.Take(MostGuessed).Select(row => row.Path)], stop);
        return Page.Of<ListMissedPage, MissedView>(new([.. rows.Select(row => new MissedLine(row, guesses.GetValueOrDefault(row.Path)))], await newspaper.MissedAddresses.CountAsync(stop), new Uri(origin.Origin).IdnHost, await newspaper.ClockAsync(stop)));
    }

    internal static async Task<IResult> Remove(long id, Newspaper newspaper, CancellationToken stop)
    {
        await newspaper.WriteAsync(() => newspaper.MissedAddresses.Where(row => row.Id == id).ExecuteDeleteAsync(stop), stop);
        return TypedResults.Redirect(Path);
    }
}
