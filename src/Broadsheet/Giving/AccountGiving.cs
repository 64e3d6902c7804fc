using Broadsheet.Editions;
using Broadsheet.Giving.Cards;
using Broadsheet.Giving.Receipts;
using Broadsheet.Giving.Receipts.GiftAid;
using Broadsheet.Giving.Supporters;
using Broadsheet.Paper;
using Broadsheet.Paper.Views;
using Broadsheet.Readers;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Giving;

/// <summary>What a reader's own page shows of what she gave.</summary>
public sealed class AccountGivingView(IReadOnlyList<GiftView> gifts, IReadOnlyList<SeriesView> series, IReadOnlyList<GivingStatementView> statements) : View
{
    /// <summary>Gave within a year, or gives on: her browser may know it, so that she is not asked again.</summary>
    public required bool IsSupporter { get; init; }

    public IReadOnlyList<GiftView> Gifts => gifts;
    public IReadOnlyList<SeriesView> Series => series;
    public IReadOnlyList<GivingStatementView> Statements => statements;

    /// <summary>How she is named on the page of supporters; empty: not at all.</summary>
    public required string PublicName { get; init; }

    /// <summary>Her Gift Aid declarations that hold.</summary>
    public required IReadOnlyList<DeclarationView> Declarations { get; init; }
}

public sealed class GiftView(Donation donation, IReadOnlyList<GiftReceiptView> receipts, string language) : View
{
    public DateTimeOffset Given => donation.GivenAt;
    public string Amount => donation.Given.In(language);

    /// <summary>What went back to her; empty: nothing.</summary>
    public string Refunded => donation.RefundedMinor == 0 ? "" : (donation.Given with { Minor = donation.RefundedMinor }).In(language);

    public bool Recurs => donation.RecurringId is not null;

    /// <summary>The first, and what took its place.</summary>
    public IReadOnlyList<GiftReceiptView> Receipts => receipts;
}

public sealed class GiftReceiptView(Receipt receipt) : View
{
    public string Number => receipt.Mark;
    public string Href => $"/account/receipts/{receipt.PublicId}.pdf";
    public bool IsVoid => receipt.IsVoid;
}

/// <summary>All that she gave in a year, on one sheet.</summary>
public sealed class GivingStatementView(Statement statement) : View
{
    public string Year => statement.Year.ToString(System.Globalization.CultureInfo.InvariantCulture);
    public string Href => $"/account/statements/{statement.PublicId}.pdf";
}

public sealed class SeriesView(RecurringDonation series, string language) : View
{
    public string Id => series.PublicId.ToString();
    public string Amount => series.Amount.In(language);

    /// <summary>"monthly", "yearly".</summary>
    public string Every => series.Frequency.ToString().ToLowerInvariant();

    /// <summary>"active", "past-due", "ended".</summary>
    public string State => series.State switch { RecurringState.PastDue => "past-due", RecurringState.Ended => "ended", _ => "active" };

    public DateTimeOffset Since => series.StartedAt;

    /// <summary>Null: there will be no further payment.</summary>
    public DateTimeOffset? Next => series.NextAt;
}

/// <summary>Gifts on a reader's own page, in her export and at her erasure.</summary>
public sealed class AccountGiving(Newspaper newspaper, StripeRoad road, TimeProvider clock) : IReaderPart
{
    public string Name => "giving";

    public async Task<View?> ShowAsync(Reader reader, Edition edition, CancellationToken stop)
    {
        var (gifts, series) = await FindAsync(reader, stop);
        if (gifts.Count + series.Count == 0) return null;

        var receipts = (await newspaper.ReceiptsFor(reader).OrderBy(row => row.Copy).ToListAsync(stop)).ToLookup(row => row.DonationId, row => new GiftReceiptView(row));
        var statements = await newspaper.StatementsFor(reader).OrderByDescending(row => row.Year).ThenBy(row => row.Id).ToListAsync(stop);
        return new AccountGivingView(
            [.. gifts.Select(row => new GiftView(row, [.. receipts[row.Id]], edition.Language))], [.. series.Select(row => new SeriesView(row, edition.Language))], [.. statements.Select(row => new GivingStatementView(row))])
        {
            IsSupporter = await newspaper.Supporters(null, clock.GetUtcNow()).AnyAsync(row => row.Id == reader.Id, stop),
            PublicName = await NameOfAsync(reader, stop),
            Declarations = [.. (await DeclaredAsync(reader, stop)).Where(one => one.Row.RevokedAt is null).Select(one => new DeclarationView(one.Row, one.Charity))],
        };
    }

    public async Task<object?> ExportAsync(Reader reader, CancellationToken stop)
    {
        var (gifts, series) = await FindAsync(reader, stop);
        if (gifts.Count + series.Count == 0) return null;

        var receipts = await newspaper.ReceiptsFor(reader).OrderBy(row => row.Id).ToListAsync(stop);
        return new
        {
            PublicName = await NameOfAsync(reader, stop),
            GiftAid = (await DeclaredAsync(reader, stop)).Select(one => new { one.Charity, one.Row.Name, one.Row.Home, one.Row.Statement, one.Row.DeclaredAt, one.Row.RevokedAt }),
            Receipts = receipts.Select(row => new { Number = row.Mark, row.Day, Amount = row.Given.Plain, row.Currency, row.Giver.Name, row.Giver.Address, row.Giver.HasDeclared, row.IssuedAt, row.VoidedAt }),
            Gifts = gifts.Select(row => new
            {
                row.GivenAt,
                Amount = row.Given.Plain,
                row.Currency,
                Refunded = (row.Given with { Minor = row.RefundedMinor }).Plain,
                Road = row.Road.ToString(),
                row.Wish.PublicName,
                row.Wish.Note,
                row.Wish.Dedication,
            }),
            Recurring = series.Select(row => new { row.StartedAt, row.EndedAt, Amount = row.Amount.Plain, row.Currency, Frequency = row.Frequency.ToString(), State = row.State.ToString() }),
        };
    }

    /// <summary>Has Stripe forget her, which ends what still runs there.</summary>
    public async Task LetGoAsync(Reader reader, CancellationToken stop)
    {
        var (_, series) = await FindAsync(reader, stop);
        if (!road.IsOn) return;
        try
        {
            foreach (var customer in series.Where(row => row.State != RecurringState.Ended).Select(row => row.Customer).Distinct()) await road.Api.Customers.DeleteAsync(customer, cancellationToken: stop);
        }
        catch (Exception failure) when (StripeRoad.IsNoAnswer(failure, stop))
        {
            throw new LetGoException(failure);
        }
    }

    /// <summary>The books keep the amounts, without a name. Receipts are closed to everybody, and go when the law no longer has them kept.</summary>
    public async Task EraseAsync(Reader reader, CancellationToken stop)
    {
        if (await newspaper.Donors.SingleOrDefaultAsync(row => row.Address == reader.Address, stop) is not { } donor) return;

        await ReceiptErasure.CloseAsync(newspaper, donor.Id, clock.GetUtcNow(), stop);
        await newspaper.NamedSupporters.Where(row => row.DonorId == donor.Id).ExecuteDeleteAsync(stop);
        await newspaper.Disclosures.Where(row => row.DonorId == donor.Id).ExecuteDeleteAsync(stop);
        donor.Erase(clock.GetUtcNow());
        foreach (var gift in await newspaper.Donations.Where(row => row.DonorId == donor.Id).ToListAsync(stop)) gift.Wish = gift.Wish.Nameless();
        foreach (var series in await newspaper.RecurringDonations.Where(row => row.DonorId == donor.Id).ToListAsync(stop)) series.Wish = series.Wish.Nameless();
        await newspaper.SaveChangesAsync(stop);
    }

    private async Task<IReadOnlyList<(GiftAidDeclaration Row, string Charity)>> DeclaredAsync(Reader reader, CancellationToken stop)
    {
        var rows = await newspaper.DeclarationsFor(reader).AsNoTracking().ToListAsync(stop);
        var charities = rows.Count == 0 ? [] : await newspaper.LegalEntities.AsNoTracking().ToDictionaryAsync(row => row.Id, row => row.Details.Name, stop);
        return [.. rows.Select(row => (row, charities[row.EntityId]))];
    }

    private async Task<string> NameOfAsync(Reader reader, CancellationToken stop)
    {
        var donors = newspaper.Donors;
        return await newspaper.NamedSupporters.Where(row => donors.Any(donor => donor.Id == row.DonorId && donor.Address == reader.Address)).OrderBy(row => row.Id).Select(row => row.Name).FirstOrDefaultAsync(stop) ?? "";
    }

    private async Task<(List<Donation> Gifts, List<RecurringDonation> Series)> FindAsync(Reader reader, CancellationToken stop)
    {
        if (await newspaper.Donors.AsNoTracking().SingleOrDefaultAsync(row => row.Address == reader.Address, stop) is not { } donor) return ([], []);
        return (await newspaper.Donations.AsNoTracking().Where(row => row.DonorId == donor.Id).OrderByDescending(row => row.GivenAt).ThenByDescending(row => row.Id).ToListAsync(stop),
            await newspaper.RecurringDonations.AsNoTracking().Where(row => row.DonorId == donor.Id).OrderBy(row => row.State).ThenByDescending(row => row.Id).ToListAsync(stop));
    }
}

/// <summary>POST /account/giving: on to Stripe's page on which she changes her card or ends what she gives.</summary>
public static class ManageGiving
{
    public static void Map(IEndpointRouteBuilder account)
    {
        account.MapPost("/giving", Post);
        ReaderReceipts.Map(account);
        NameSupporter.Map(account);
        RevokeGiftAid.Map(account);
    }

    internal static async Task<IResult> Post(HttpContext http, IFormCollection fields, Newspaper newspaper, StripeRoad road, PaperOrigin origin, Doorsteps doorsteps, CancellationToken stop)
    {
        var (edition, reader) = (http.Edition!, http.Reader.Reader);
        var (id, donors) = (Guid.TryParse(fields["series"], out var sent) ? sent : default, newspaper.Donors);
        var series = await newspaper.RecurringDonations.AsNoTracking().Where(row => row.PublicId == id)
            .Where(row => donors.Any(donor => donor.Id == row.DonorId && donor.Address == reader.Address)).SingleOrDefaultAsync(stop);
        if (series is null || !road.IsOn) return Results.Redirect("/account");

        try
        {
            return doorsteps.GoOn(http, edition, "give.onward-portal", await road.PortalAsync(series.Customer, origin.Whole("/account"), stop));
        }
        catch (Exception failure) when (StripeRoad.IsNoAnswer(failure, stop))
        {
            return doorsteps.Say(edition, "give.portal", StatusCodes.Status503ServiceUnavailable, ("account.title", "/account"));
        }
    }
}
