using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Giving.Books;
using Broadsheet.Giving.Supporters;
using Broadsheet.Messages;
using Broadsheet.Readers;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Giving.Desk;

public sealed record EnterDonationView(DonationEntry Form, IReadOnlyList<Edition> Editions, Problems Problems);

/// <summary>GET /newsroom/donations/new, POST /newsroom/donations: what came by bank or cash.</summary>
public static class EnterDonation
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/donations/new", Get).Requires(Permission.RunDonations);
        newsroom.MapPost("/donations", Post).Requires(Permission.RunDonations);
    }

    internal static async Task<IResult> Get(Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        var edition = await newspaper.Editions.OrderBy(row => row.Position).FirstAsync(stop);
        var currency = (await newspaper.SettingOfAsync<PaperSupport>(edition.Id, stop)).Value.Amounts.Currency;
        return await AnswerAsync(DonationEntry.Empty(edition.Id, currency, await TodayAsync(newspaper, clock, stop)), newspaper, Problems.None, StatusCodes.Status200OK, stop);
    }

    internal static async Task<IResult> Post(IFormCollection fields, Newspaper newspaper, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        var (form, today) = (DonationEntry.Read(fields), await TodayAsync(newspaper, clock, stop));
        var problems = form.Check(today);
        if (problems.Any || !await newspaper.Editions.AnyAsync(row => row.Id == form.Edition, stop))
            return await AnswerAsync(form, newspaper, problems, StatusCodes.Status422UnprocessableEntity, stop);

        var (given, day, now, key) = (form.Given!.Value, form.GivenOn!.Value, clock.GetUtcNow(), $"hand:{form.Id:N}");
        var id = await newspaper.WriteAsync(async () =>
        {
            // Pressed twice: it is entered already.
            if (await newspaper.Donations.SingleOrDefaultAsync(row => row.Key == key, stop) is { } known) return known.Id;

            var donor = await newspaper.DonorOfAsync(ReaderAddress.Read(form.Address), form.Name, form.Edition, now, stop);
            var donation = new Donation(key, form.Road, given, now, day, donor.Id, form.Edition) { Wish = new() { PublicName = form.PublicName } };
            newspaper.Donations.Add(donation);
            await newspaper.SaveChangesAsync(stop);
            await newspaper.BookAsync(LedgerEntry.ByHand(form.Id, donation.Id, given, form.Road == DonationRoad.Cash ? LedgerAccount.Cash : LedgerAccount.Bank, day, staff.By, form.Reason, now), stop);
            await newspaper.NameAsync(donation, now, stop);
            newspaper.Audit(staff, "donation-entered", $"donation/{donation.PublicId}", given.Plain + " " + given.Currency, now);
            newspaper.Record(new DonationArrived(donation.Id), now);
            await newspaper.SaveChangesAsync(stop);
            await newspaper.CountDisclosuresAsync(donor.Id, stop);
            return donation.Id;
        }, stop);
        return TypedResults.Redirect($"/newsroom/donations/{id}");
    }

    private static async Task<DateOnly> TodayAsync(Newspaper newspaper, TimeProvider clock, CancellationToken stop) => (await newspaper.ZoneOfBooksAsync(stop)).DayOf(clock.GetUtcNow());

    private static async Task<IResult> AnswerAsync(DonationEntry form, Newspaper newspaper, Problems problems, int status, CancellationToken stop) =>
        Page.Of<EnterDonationPage, EnterDonationView>(new(form, await newspaper.AllEditionsAsync(stop), problems), status);
}
