using Broadsheet.Editions;
using Broadsheet.Giving.Cards;
using Broadsheet.Paper;
using Broadsheet.Readers;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Giving;

/// <summary>The step from a form of ours to Stripe's page, for gifts and memberships alike: the brakes, the request that waits for its payment, and the way on.</summary>
public sealed partial class PaymentStep(Newspaper newspaper, PaymentBrakes brakes, Doorsteps doorsteps, StripeRoad road, PaperOrigin origin, TimeProvider clock, ILogger<PaymentStep> log)
{
    /// <param name="asked">What she asks for, not saved yet. Sent twice, it is the same payment page, counted once.</param>
    /// <param name="name">What Stripe's page and her bank call it.</param>
    /// <param name="again">The form once more, when Stripe does not answer: nothing was taken, and nothing she wrote is lost.</param>
    public async Task<IResult> GoOnAsync(HttpContext http, Edition edition, DonationRequest asked, string name, Func<Task<IResult>> again, CancellationToken stop)
    {
        var (now, from) = (clock.GetUtcNow(), http.Connection.RemoteIpAddress);
        if (await brakes.FindAsync(from, now, stop) is { } full) return doorsteps.Hold(http, edition, full, now, "held-pay");

        var (request, held) = await newspaper.WriteAsync<(DonationRequest? Request, Held? Held)>(async () =>
        {
            if (await newspaper.DonationRequests.SingleOrDefaultAsync(row => row.PublicId == asked.PublicId, stop) is { } known) return (known, null);
            if (await brakes.TakeAsync(from, now, stop) is { } held) return (null, held);

            newspaper.DonationRequests.Add(asked);
            await newspaper.SaveChangesAsync(stop);
            return (asked, null);
        }, stop);
        if (request is null) return doorsteps.Hold(http, edition, held!, now, "held-pay");

        try
        {
            var reader = await newspaper.FindReaderAsync(http, now, stop);
            return doorsteps.GoOn(http, edition, "give.onward", await road.BeginAsync(request, edition, origin, name, reader?.Reader.TypedAddress ?? "", stop));
        }
        catch (Exception failure) when (StripeRoad.IsNoAnswer(failure, stop))
        {
            NotBegun(failure);
            return await again();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Stripe opened no payment page")]
    private partial void NotBegun(Exception problem);
}
