using Broadsheet.Editions;
using Broadsheet.Readers;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Newsletters.Silence;

/// <summary>GET /by-mail/renewal?key=… asks and changes nothing, as mail scanners come here first; POST is a new consent to all that she gets, or got until her silence ended it.</summary>
public static class RenewSubscriptions
{
    private const string Path = "/by-mail/renewal";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(Path, ["GET", "HEAD"], Get);
        pages.MapPost(Path, Post);
    }

    internal static async Task<IResult> Get(string? key, HttpContext http, Newspaper newspaper, RenewalMails mails, Doorsteps doorsteps, CancellationToken stop)
    {
        if (http.Edition is not { } edition) return Results.NotFound();
        if (await FindAsync(key, newspaper, mails, stop) is not { } found) return Over(edition, doorsteps);
        if (found.Renewal.AnsweredAt is not null) return Done(edition, doorsteps);
        return doorsteps.Show(edition, new DoorstepView
        {
            Title = doorsteps.Say(edition, "renew.title"),
            Lines = found.Names,
            Text = TextFor(edition, doorsteps, found),
            Action = edition.ForPaper().Personal(Path),
            Fields = [new("key", key!)],
            Button = doorsteps.Say(edition, "renew.button"),
        });
    }

    internal static async Task<IResult> Post(HttpContext http, IFormCollection fields, Newspaper newspaper, RenewalMails mails, Doorsteps doorsteps, TimeProvider clock, CancellationToken stop)
    {
        if (http.Edition is not { } edition) return Results.NotFound();
        if (!http.Request.IsSentFromHere) return Over(edition, doorsteps);
        var now = clock.GetUtcNow();
        return await newspaper.WriteAsync(async () =>
        {
            if (await FindAsync(fields["key"], newspaper, mails, stop) is not { } found) return Over(edition, doorsteps);
            // Pressed twice, it is one consent.
            if (found.Renewal.AnsweredAt is not null) return Done(edition, doorsteps);

            var text = TextFor(edition, doorsteps, found);
            foreach (var subscription in await newspaper.Subscriptions.Kept(found.Reader.Id).Include(row => row.Consents).ToListAsync(stop)) subscription.Start(new(now, Confirmed.ByMail, Path, text));
            found.Renewal.Answer(now);
            await newspaper.SaveChangesAsync(stop);
            return Done(edition, doorsteps);
        }, stop);
    }

    private static async Task<Found?> FindAsync(string? key, Newspaper newspaper, RenewalMails mails, CancellationToken stop)
    {
        if (mails.Read(key) is not { } id || await newspaper.Renewals.SingleOrDefaultAsync(row => row.PublicId == id, stop) is not { } renewal) return null;
        var names = await newspaper.NamesOfAsync(newspaper.Subscriptions.Kept(renewal.ReaderId), stop);
        return names.Count == 0 ? null : new(renewal, await newspaper.Readers.AsNoTracking().SingleAsync(row => row.Id == renewal.ReaderId, stop), names);
    }

    // Whoever left meanwhile by herself is not brought back.
    private static IQueryable<Subscription> Kept(this IQueryable<Subscription> subscriptions, long reader) =>
        subscriptions.Where(row => row.ReaderId == reader && (row.EndedAt == null || row.Ending == Ending.Silence));

    private static string TextFor(Edition edition, Doorsteps doorsteps, Found found) =>
        doorsteps.Say(edition, "by-mail.agree.text", ("address", found.Reader.TypedAddress), ("newsletters", string.Join(doorsteps.Say(edition, "list.comma"), found.Names)));

    private static IResult Done(Edition edition, Doorsteps doorsteps) => doorsteps.Say(edition, "renew.done", StatusCodes.Status200OK, "l", ("account.title", "/account"));

    private static IResult Over(Edition edition, Doorsteps doorsteps) => doorsteps.Say(edition, "renew.over", StatusCodes.Status410Gone, ("newsletters.title", "./newsletters"));

    private sealed record Found(Renewal Renewal, Reader Reader, IReadOnlyList<string> Names);
}
