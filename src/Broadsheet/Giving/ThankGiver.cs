using Broadsheet.Editions;
using Broadsheet.Giving.Cards;
using Broadsheet.Readers;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Giving;

/// <summary>
/// GET /give/thanks?request=…&amp;session=…: where Stripe sends the giver back. Its event may still be on the way, so Stripe is asked at once; whoever
/// makes the address up learns nothing and changes nothing, as only what Stripe says is written down.
/// </summary>
public static class ThankGiver
{
    public static void Map(IEndpointRouteBuilder pages) => pages.MapMethods("/give/thanks", ["GET", "HEAD"], Get);

    internal static async Task<IResult> Get(
        Guid? request, string? session, HttpContext http, Newspaper newspaper, StripeRoad road, FactBook book, Doorsteps doorsteps, TimeProvider clock, ILogger<FactBook> log, CancellationToken stop)
    {
        if (http.Edition is not { } edition) return Results.NotFound();
        if (await FindAsync() is not { } found) return doorsteps.Say(edition, "give.unknown", StatusCodes.Status404NotFound, ("support.back", "./support"));

        if (found.PaidAt is null && road.IsOn && session is { Length: > 3 and < 200 } && session.StartsWith("cs_", StringComparison.Ordinal))
        {
            try
            {
                await book.WriteAsync(await new StripeReading(road, clock).ReadAsync(session, stop), stop);
                found = (await FindAsync())!;
            }
            catch (Exception failure) when (StripeRoad.IsNoAnswer(failure, stop))
            {
                // The event will tell.
                NotYet(log, failure);
            }
        }
        return doorsteps.Say(edition, found.PaidAt is null ? "give.waiting" : found.Frequency == Frequency.Once ? "give.thanks" : "give.thanks-again", StatusCodes.Status200OK, found.PaidAt is null ? "" : "s",
            ("frame.front-page", "./"), ("amount", found.Amount.In(edition.Language)));

        Task<DonationRequest?> FindAsync() => newspaper.DonationRequests.AsNoTracking().SingleOrDefaultAsync(row => row.PublicId == request, stop);
    }

    private static readonly Action<ILogger, Exception?> NotYet = LoggerMessage.Define(LogLevel.Warning, new EventId(1, nameof(NotYet)), "Stripe was asked about a payment that has just been made, and did not answer");
}
