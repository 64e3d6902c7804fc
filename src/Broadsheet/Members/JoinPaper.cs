using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Giving;
using Broadsheet.Giving.Cards;
using Broadsheet.Paper;
using Broadsheet.Readers;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;
using Stripe;

namespace Broadsheet.Members;

/// <summary>GET /members shows what memberships there are; POST leads on to Stripe's page.</summary>
public static class JoinPaper
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods("/members", ["GET", "HEAD"], Get);
        pages.MapPost("/members", Post);
    }

    internal static async Task<IResult> Get(HttpContext http, JoinPage page, CancellationToken stop) =>
        http.Edition is { } edition ? await page.ShowAsync(http, edition, null, stop) : Results.NotFound();

    internal static async Task<IResult> Post(
        HttpContext http, IFormCollection fields, Newspaper newspaper, JoinPage page, PaymentBrakes brakes, SignedForms forms, Doorsteps doorsteps, StripeRoad road, PaperOrigin origin, TimeProvider clock, CancellationToken stop)
    {
        if (http.Edition is not { } edition) return Results.NotFound();

        var (state, form) = http.Request.IsSentFromHere ? forms.Open<JoinForm>(fields["form"]) : default;
        var chosen = fields["price"].ToString();
        var story = form?.Story is { } id ? await newspaper.Articles.AsNoTracking().FirstOrDefaultAsync(row => row.PublicId == id, stop) : null;
        if (form is null || state is FormState.Unknown or FormState.TooLate) return await page.ShowAsync(http, edition, story, stop, "form.too-late", chosen);
        if (state == FormState.TooSoon) return await page.ShowAsync(http, edition, story, stop, "form.too-soon", chosen, fields["form"]);
        if (await PriceAsync(page, edition, chosen, stop) is not var (tier, every, price)) return await page.ShowAsync(http, edition, story, stop, "members.problem", chosen);

        var (now, from) = (clock.GetUtcNow(), http.Connection.RemoteIpAddress);
        if (await brakes.FindAsync(from, now, stop) is { } full) return doorsteps.Hold(http, edition, full, now, "held-pay");
        var (request, held) = await newspaper.WriteAsync<(DonationRequest? Request, Held? Held)>(async () =>
        {
            if (await newspaper.DonationRequests.SingleOrDefaultAsync(row => row.PublicId == form.Id, stop) is { } known) return (known, null);
            if (await brakes.TakeAsync(from, now, stop) is { } held) return (null, held);

            var made = new DonationRequest(form.Id, price, every, new DonationWish { Tier = tier.PublicId, Story = form.Story, Place = form.Story is null ? "" : "article" }, edition.Id, now);
            newspaper.DonationRequests.Add(made);
            await newspaper.SaveChangesAsync(stop);
            return (made, null);
        }, stop);
        if (request is null) return doorsteps.Hold(http, edition, held!, now, "held-pay");

        try
        {
            var reader = await newspaper.FindReaderAsync(http, now, stop);
            return doorsteps.GoOn(http, edition, "give.onward", await road.BeginAsync(request, edition, origin, tier.Name, reader?.Reader.TypedAddress ?? "", stop));
        }
        catch (Exception failure) when (failure is StripeException or HttpRequestException or TaskCanceledException && !stop.IsCancellationRequested)
        {
            return await page.ShowAsync(http, edition, story, stop, "give.problem.stripe", chosen);
        }
    }

    private static async Task<(Tier Tier, Frequency Every, Money Price)?> PriceAsync(JoinPage page, Edition edition, string chosen, CancellationToken stop)
    {
        if (chosen.Split('/') is not [var name, var rhythm] || !Enum.TryParse<Frequency>(rhythm, ignoreCase: true, out var every)) return null;
        var tier = (await page.TiersAsync(edition, stop)).FirstOrDefault(row => row.PublicId.ToString() == name);
        return tier?.PriceOf(every) is { } price ? (tier, every, price) : null;
    }
}
