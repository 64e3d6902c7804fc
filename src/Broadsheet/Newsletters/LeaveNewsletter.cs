using Broadsheet.Editions;
using Broadsheet.Readers;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Newsletters;

/// <summary>
/// GET /unsubscribe?key=… asks and changes nothing; POST takes effect at once. The POST comes from our page or from a mail program's server
/// (RFC 8058: with no cookie and no Origin), so the signed key alone is what counts.
/// </summary>
public static class LeaveNewsletter
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods("/unsubscribe", ["GET", "HEAD"], Get);
        pages.MapPost("/unsubscribe", Post);
    }

    internal static async Task<IResult> Get(string? key, HttpContext http, Newspaper newspaper, LeavingLinks links, Doorsteps doorsteps, CancellationToken stop)
    {
        if (http.Edition is not { } edition) return Results.NotFound();
        if (links.Read(key) is not { } id) return Wrong(edition, doorsteps);
        if (await FindAsync(newspaper, id, stop) is not { } found || !found.IsActive) return Left(edition, doorsteps);

        return doorsteps.Show(edition, new DoorstepView
        {
            Title = doorsteps.Say(edition, "leave.title"),
            Lines = [found.Name],
            Text = doorsteps.Say(edition, "leave.text", ("address", found.Address)),
            Action = edition.ForPaper().Personal($"/unsubscribe?key={key}"),
            Button = doorsteps.Say(edition, "leave.button"),
            Href = edition.ForPaper().Personal("/account"),
            Link = doorsteps.Say(edition, "leave.others"),
        });
    }

    internal static async Task<IResult> Post(string? key, HttpContext http, Newspaper newspaper, LeavingLinks links, Doorsteps doorsteps, TimeProvider clock, CancellationToken stop)
    {
        if (http.Edition is not { } edition) return Results.NotFound();
        if (links.Read(key) is not { } id) return Wrong(edition, doorsteps);

        var now = clock.GetUtcNow();
        await newspaper.WriteAsync(() => newspaper.Subscriptions.Where(row => row.PublicId == id && row.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, now).SetProperty(row => row.Ending, Ending.Link), stop), stop);
        return Left(edition, doorsteps);
    }

    // The same for who left before, and for whom the paper no longer knows: she gets nothing, as she asked.
    private static IResult Left(Edition edition, Doorsteps doorsteps) => doorsteps.Say(edition, "leave.done", StatusCodes.Status200OK, "-l", ("leave.back", "./newsletters"));

    private static IResult Wrong(Edition edition, Doorsteps doorsteps) => doorsteps.Say(edition, "leave.wrong", StatusCodes.Status404NotFound, ("account.title", "/account"));

    private static Task<Found?> FindAsync(Newspaper newspaper, Guid id, CancellationToken stop) =>
        (from row in newspaper.Subscriptions.AsNoTracking()
         where row.PublicId == id
         join letter in newspaper.Newsletters on row.NewsletterId equals letter.Id
         join reader in newspaper.Readers on row.ReaderId equals reader.Id
         select new Found(letter.Name, reader.TypedAddress, row.EndedAt == null)).SingleOrDefaultAsync(stop);

    private sealed record Found(string Name, string Address, bool IsActive);
}
