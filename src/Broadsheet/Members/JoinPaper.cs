using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Giving;
using Broadsheet.Readers;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

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
        HttpContext http, IFormCollection fields, Newspaper newspaper, JoinPage page, PaymentStep step, SignedForms forms, TimeProvider clock, CancellationToken stop)
    {
        if (http.Edition is not { } edition) return Results.NotFound();

        var (state, form) = http.Request.IsSentFromHere ? forms.Open<JoinForm>(fields["form"]) : default;
        var chosen = fields["price"].ToString();
        var story = form?.Story is { } id ? await newspaper.Articles.AsNoTracking().FirstOrDefaultAsync(row => row.PublicId == id, stop) : null;
        if (form is null || state is FormState.Unknown or FormState.TooLate) return await page.ShowAsync(http, edition, story, stop, "form.too-late", chosen);
        if (state == FormState.TooSoon) return await page.ShowAsync(http, edition, story, stop, "form.too-soon", chosen, fields["form"]);
        if (await PriceAsync(page, edition, chosen, stop) is not var (tier, every, price)) return await page.ShowAsync(http, edition, story, stop, "members.problem", chosen);

        var wish = new DonationWish { Tier = tier.PublicId, Story = form.Story, Place = form.Story is null ? "" : "article" };
        return await step.GoOnAsync(http, edition, new DonationRequest(form.Id, price, every, wish, edition.Id, clock.GetUtcNow()), tier.Name,
            () => page.ShowAsync(http, edition, story, stop, "give.problem.stripe", chosen), stop);
    }

    private static async Task<(Tier Tier, Frequency Every, Money Price)?> PriceAsync(JoinPage page, Edition edition, string chosen, CancellationToken stop)
    {
        if (chosen.Split('/') is not [var name, var rhythm] || !Enum.TryParse<Frequency>(rhythm, ignoreCase: true, out var every)) return null;
        var tier = (await page.TiersAsync(edition, stop)).FirstOrDefault(row => row.PublicId.ToString() == name);
        return tier?.PriceOf(every) is { } price ? (tier, every, price) : null;
    }
}
