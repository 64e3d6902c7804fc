using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Messages;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Giving.Desk;

/// <param name="Currency">ISO 4217; empty while the edition has none.</param>
public sealed record TermsView(Edition Edition, TermsForm Form, string Currency, Problems Problems);

/// <summary>GET /newsroom/donations/terms?edition=1; POST /newsroom/donations/terms/1. Every save adds to the history of settings.</summary>
public static class EditTerms
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/donations/terms", Get).Requires(Permission.RunDonations);
        newsroom.MapPost("/donations/terms/{edition:long}", Post).Requires(Permission.RunDonations);
    }

    internal static async Task<IResult> Get(long? edition, Newspaper newspaper, CancellationToken stop)
    {
        if (await newspaper.Editions.AsNoTracking().OrderBy(row => row.Position).FirstOrDefaultAsync(row => edition == null || row.Id == edition, stop) is not { } found) return TypedResults.NotFound();
        if (await CurrencyAsync(found.Id, newspaper, stop) is not { } currency) return TypedResults.Redirect($"/newsroom/support?edition={found.Id}");

        var terms = (await newspaper.SettingOfAsync<GivingTerms>(found.Id, stop)).Value;
        return Page.Of<EditTermsPage, TermsView>(new(found, TermsForm.Of(terms, currency), currency.Code, Problems.None), StatusCodes.Status200OK);
    }

    internal static async Task<IResult> Post(long edition, IFormCollection fields, Newspaper newspaper, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Editions.AsNoTracking().FirstOrDefaultAsync(row => row.Id == edition, stop) is not { } found) return TypedResults.NotFound();
        if (await CurrencyAsync(edition, newspaper, stop) is not { } currency) return TypedResults.Redirect($"/newsroom/support?edition={edition}");

        var form = TermsForm.Read(fields);
        var (problems, terms) = form.Check(currency);
        if (terms is null) return Page.Of<EditTermsPage, TermsView>(new(found, form, currency.Code, problems), StatusCodes.Status422UnprocessableEntity);

        newspaper.SetSettingOf(edition, terms, staff.By, clock.GetUtcNow());
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Redirect("/newsroom/donations");
    }

    private static async Task<Currency?> CurrencyAsync(long edition, Newspaper newspaper, CancellationToken stop) =>
        Currency.Find((await newspaper.SettingOfAsync<PaperSupport>(edition, stop)).Value.Amounts.Currency);
}
