using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Giving;
using Broadsheet.Messages.Counting;
using Broadsheet.Readers;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Members;

/// <summary>GET /members?story=…&amp;place=article&amp;message=… shows what memberships there are; POST leads on to Stripe's page. What the address says of the way there is credited with the membership.</summary>
public static class JoinPaper
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods("/members", ["GET", "HEAD"], Get);
        pages.MapPost("/members", Post);
    }

    internal static async Task<IResult> Get(string? story, string? place, string? message, HttpContext http, JoinPage page, CancellationToken stop) =>
        http.Edition is { } edition ? await page.ShowAsync(http, edition, null, stop, led: Referral.Read(story, place, message)) : Results.NotFound();

    internal static async Task<IResult> Post(
        HttpContext http, IFormCollection fields, Newspaper newspaper, JoinPage page, PaymentStep step, SignedForms forms, TimeProvider clock, CancellationToken stop)
    {
        if (http.Edition is not { } edition) return Results.NotFound();

        var (state, form) = http.Request.IsSentFromHere ? forms.Open<JoinForm>(fields["form"]) : default;
        var chosen = fields["price"].ToString();
        var story = form?.Story is { } id ? await newspaper.Articles.AsNoTracking().FirstOrDefaultAsync(row => row.PublicId == id, stop) : null;
        if (form is null || state is FormState.Unknown or FormState.TooLate) return await AgainAsync("form.too-late");
        if (state == FormState.TooSoon) return await AgainAsync("form.too-soon", fields["form"]);
        if (await PriceAsync(page, edition, chosen, stop) is not var (tier, every, price)) return await AgainAsync("members.problem");

        var led = form.Led ?? Referral.Unknown;
        // Of a story that she wanted to read, the story itself is the way.
        var wish = new DonationWish { Tier = tier.PublicId, Arms = MessageArm.Read(fields["arms"].ToString()) }.LedBy(form.Story is { } wanted ? new(wanted, "article", led.Message) : led);
        return await step.GoOnAsync(http, edition, new DonationRequest(form.Id, price, every, wish, edition.Id, clock.GetUtcNow()), tier.Name, () => AgainAsync("give.problem.stripe"), stop);

        Task<IResult> AgainAsync(string problem, string? sent = null) => page.ShowAsync(http, edition, story, stop, problem, chosen, sent, form?.Led);
    }

    private static async Task<(Tier Tier, Frequency Every, Money Price)?> PriceAsync(JoinPage page, Edition edition, string chosen, CancellationToken stop)
    {
        if (chosen.Split('/') is not [var name, var rhythm] || !Enum.TryParse<Frequency>(rhythm, ignoreCase: true, out var every)) return null;
        var tier = (await page.TiersAsync(edition, stop)).FirstOrDefault(row => row.PublicId.ToString() == name);
        return tier?.PriceOf(every) is { } price ? (tier, every, price) : null;
    }
}
