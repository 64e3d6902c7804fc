using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Messages;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Members.Desk;

/// <param name="Tier">Null while it is being made.</param>
public sealed record TierPageView(Edition Edition, string Currency, Tier? Tier, TierForm Form, Problems Problems, IReadOnlyList<StaleText>? Stale = null);

/// <summary>GET, POST /newsroom/tiers/7; GET /newsroom/tiers/new?edition=1, POST /newsroom/tiers.</summary>
public static class EditTier
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/tiers/{id:long}", Get).Requires(Permission.RunDonations);
        newsroom.MapPost("/tiers/{id:long}", Post).Requires(Permission.RunDonations);
        newsroom.MapGet("/tiers/new", GetNew).Requires(Permission.RunDonations);
        newsroom.MapPost("/tiers", PostNew).Requires(Permission.RunDonations);
    }

    internal static async Task<IResult> Get(long id, Newspaper newspaper, CancellationToken stop) =>
        await newspaper.Tiers.FindAsync([id], stop) is { } tier && Currency.Find(tier.Currency) is { } currency
            ? Answer(await EditionAsync(tier.EditionId, newspaper, stop), currency, tier, TierForm.Of(tier, currency), Problems.None) : TypedResults.NotFound();

    internal static async Task<IResult> Post(long id, IFormCollection fields, Newspaper newspaper, CancellationToken stop)
    {
        if (await newspaper.Tiers.FindAsync([id], stop) is not { } tier || Currency.Find(tier.Currency) is not { } currency) return TypedResults.NotFound();

        var (edition, form) = (await EditionAsync(tier.EditionId, newspaper, stop), TierForm.Read(fields));
        if (form.Revision != tier.Revision) return Stale(tier);
        var problems = form.Check(currency);
        if (problems.Any) return Answer(edition, currency, tier, form, problems, StatusCodes.Status422UnprocessableEntity);
        try
        {
            form.Fill(tier, currency);
            await newspaper.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            newspaper.ChangeTracker.Clear();
            return await newspaper.Tiers.FindAsync([id], stop) is { } now ? Stale(now) : TypedResults.NotFound();
        }
        return TypedResults.Redirect("/newsroom/tiers");

        RazorComponentResult Stale(Tier theirs) => Answer(edition, currency, theirs, form with { Revision = theirs.Revision }, new Problems().Add(Text.T("stale.title")), StatusCodes.Status409Conflict, form.Against(TierForm.Of(theirs, currency)));
    }

    internal static async Task<IResult> GetNew(long? edition, Newspaper newspaper, CancellationToken stop)
    {
        if (await newspaper.Editions.AsNoTracking().OrderBy(row => row.Position).FirstOrDefaultAsync(row => edition == null || row.Id == edition, stop) is not { } found) return TypedResults.NotFound();
        return await CurrencyAsync(found.Id, newspaper, stop) is { } currency ? Answer(found, currency, null, TierForm.Empty, Problems.None) : TypedResults.Redirect($"/newsroom/support?edition={found.Id}");
    }

    internal static async Task<IResult> PostNew(IFormCollection fields, Newspaper newspaper, CancellationToken stop)
    {
        if (!long.TryParse(fields["Edition"], out var id) || await newspaper.Editions.FindAsync([id], stop) is not { } edition || await CurrencyAsync(id, newspaper, stop) is not { } currency) return TypedResults.NotFound();

        var form = TierForm.Read(fields);
        var problems = form.Check(currency);
        if (problems.Any) return Answer(edition, currency, null, form, problems, StatusCodes.Status422UnprocessableEntity);

        var tier = new Tier(id, form.Name, currency.Code);
        form.Fill(tier, currency);
        newspaper.Tiers.Add(tier);
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Redirect("/newsroom/tiers");
    }

    private static Task<Edition> EditionAsync(long id, Newspaper newspaper, CancellationToken stop) => newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == id, stop);

    private static async Task<Currency?> CurrencyAsync(long edition, Newspaper newspaper, CancellationToken stop) => Currency.Find((await newspaper.SettingOfAsync<PaperSupport>(edition, stop)).Value.Amounts.Currency);

    private static RazorComponentResult Answer(Edition edition, Currency currency, Tier? tier, TierForm form, Problems problems, int status = StatusCodes.Status200OK, IReadOnlyList<StaleText>? stale = null) =>
        Page.Of<EditTierPage, TierPageView>(new(edition, currency.Code, tier, form, problems, stale), status);
}
