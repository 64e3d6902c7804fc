using System.Globalization;
using Broadsheet.Accounts;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Web.Text;

namespace Broadsheet.Giving.Supporters.Desk;

/// <summary>
/// POST /newsroom/supporters/terms/1: from what sum on; POST /newsroom/supporters/disclosures/1: names a giver whom the law has the paper name, an empty name takes
/// her off; POST /newsroom/supporters/7/removal: takes an improper name off the list.
/// </summary>
public static class RunSupporters
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapPost("/supporters/terms/{edition:long}", PostTerms).Requires(Permission.RunDonations);
        newsroom.MapPost("/supporters/disclosures/{edition:long}", PostDisclosure).Requires(Permission.RunDonations);
        newsroom.MapPost("/supporters/{id:long}/removal", PostRemoval).Requires(Permission.RunDonations);
    }

    internal static async Task<IResult> PostTerms(long edition, IFormCollection fields, Newspaper newspaper, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        var form = TermsOfDisclosure.Read(fields);
        var (problems, terms) = form.Check();
        if (terms is null) return await SupportersDesk.AnswerAsync(edition, null, form, problems, newspaper, staff, clock, stop);

        newspaper.SetSettingOf(edition, terms, staff.By, clock.GetUtcNow());
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Redirect($"/newsroom/supporters?edition={edition}");
    }

    internal static async Task<IResult> PostDisclosure(long edition, IFormCollection fields, Newspaper newspaper, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        var name = fields["Name"].ToString().ReplaceLineEndings(" ").Trim();
        if (!long.TryParse(fields["Donor"], CultureInfo.InvariantCulture, out var id) || !int.TryParse(fields["Year"], CultureInfo.InvariantCulture, out var year) || year is < 1900 or > 9998) return TypedResults.BadRequest();
        if (name.Length > DonationWish.LongestName) return await SupportersDesk.AnswerAsync(edition, year, null, new Problems().Add("Name", T("supporters.problem.name")), newspaper, staff, clock, stop);

        return await newspaper.WriteAsync<IResult>(async () =>
        {
            // Who had herself erased is named by nobody any more.
            if (await newspaper.Donors.SingleOrDefaultAsync(row => row.Id == id && row.ErasedAt == null, stop) is not { } donor) return TypedResults.NotFound();

            var known = await newspaper.Disclosures.SingleOrDefaultAsync(row => row.EditionId == edition && row.DonorId == id && row.Year == year, stop);
            var currency = (await newspaper.SettingOfAsync<DisclosureTerms>(edition, stop)).Value.Currency;
            if (name.Length == 0 && known is not null) newspaper.Disclosures.Remove(known);
            else if (known is not null) known.Say(name, currency);
            else if (name.Length > 0) newspaper.Disclosures.Add(new Disclosure(edition, id, year, name, currency, staff.By, clock.GetUtcNow()));
            newspaper.Audit(staff, name.Length == 0 ? "giver-not-disclosed" : "giver-disclosed", $"donor/{donor.PublicId}", year.ToString(CultureInfo.InvariantCulture), clock.GetUtcNow());
            await newspaper.SaveChangesAsync(stop);
            await newspaper.CountDisclosuresAsync(id, stop);
            return TypedResults.Redirect($"/newsroom/supporters?edition={edition}&year={year}");
        }, stop);
    }

    internal static async Task<IResult> PostRemoval(long id, Newspaper newspaper, Staff staff, TimeProvider clock, CancellationToken stop) => await newspaper.WriteAsync<IResult>(async () =>
    {
        if (await newspaper.NamedSupporters.FindAsync([id], stop) is not { } supporter) return TypedResults.NotFound();

        await newspaper.NameDonorAsync(supporter.DonorId, supporter.EditionId, "", clock.GetUtcNow(), stop);
        newspaper.Audit(staff, "supporter-taken-off", $"edition/{supporter.EditionId}", null, clock.GetUtcNow());
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Redirect($"/newsroom/supporters?edition={supporter.EditionId}");
    }, stop);
}
