using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Giving.Supporters.Desk;

/// <summary>A giver whom the law has the paper name.</summary>
/// <param name="Named">As she is named; null: she is not yet.</param>
public sealed record OverLimit(Donor Donor, Money Given, Disclosure? Named);

public sealed record SupportersDeskView(
    Edition Edition, IReadOnlyList<Edition> Editions, int Year, DisclosureTerms Terms, TermsOfDisclosure Form, IReadOnlyList<OverLimit> Over, IReadOnlyList<Supporter> Supporters, bool MayRun, Problems Problems);

/// <summary>GET /newsroom/supporters?edition=1&amp;year=2026: who is named in public, and who must be.</summary>
public static class SupportersDesk
{
    private const int Most = 2000;

    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/supporters", Get).Requires(Permission.SeeDonations);
        RunSupporters.Map(newsroom);
    }

    internal static Task<IResult> Get(long? edition, int? year, Newspaper newspaper, Staff staff, TimeProvider clock, CancellationToken stop) =>
        AnswerAsync(edition, year, null, Problems.None, newspaper, staff, clock, stop);

    /// <param name="typed">Terms that were refused.</param>
    internal static async Task<IResult> AnswerAsync(long? edition, int? asked, TermsOfDisclosure? typed, Problems problems, Newspaper newspaper, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        var editions = await newspaper.AllEditionsAsync(stop);
        if (editions.Find(row => edition == null || row.Id == edition) is not { } found) return TypedResults.NotFound();

        var year = asked is >= 1900 and <= 9998 ? asked.Value : (await newspaper.ZoneOfBooksAsync(stop)).DayOf(clock.GetUtcNow()).Year;
        var terms = (await newspaper.SettingOfAsync<DisclosureTerms>(found.Id, stop)).Value;
        var supporters = await newspaper.NamedSupporters.AsNoTracking().Where(row => row.EditionId == found.Id).OrderByDescending(row => row.Id).Take(Most).ToListAsync(stop);
        return Page.Of<SupportersDeskPage, SupportersDeskView>(
            new(found, editions, year, terms, typed ?? TermsOfDisclosure.Of(terms), await OverAsync(found.Id, year, terms, newspaper, stop), supporters, staff.May(Permission.RunDonations), problems),
            problems.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static async Task<IReadOnlyList<OverLimit>> OverAsync(long edition, int year, DisclosureTerms terms, Newspaper newspaper, CancellationToken stop)
    {
        if (terms.LimitMinor == 0) return [];

        var sums = await newspaper.GiftsOverAsync(terms.Limit, year, null, stop);
        var ids = sums.Select(one => one.DonorId).ToList();
        var donors = await newspaper.Donors.AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, stop);
        var named = await newspaper.Disclosures.AsNoTracking().Where(row => row.EditionId == edition && row.Year == year && row.Currency == terms.Currency).ToDictionaryAsync(row => row.DonorId, stop);
        return [.. sums.Select(one => new OverLimit(donors[one.DonorId], new Money(one.Minor, terms.Currency), named.GetValueOrDefault(one.DonorId)))];
    }
}

/// <summary>From what sum on givers are named, as typed.</summary>
public sealed record TermsOfDisclosure(string Limit, string Currency, string Law)
{
    public static TermsOfDisclosure Of(DisclosureTerms terms) => new(terms.LimitMinor == 0 ? "" : terms.Limit.Plain, terms.Currency, terms.Law);

    public static TermsOfDisclosure Read(IFormCollection form) =>
        new(form["Limit"].ToString().Trim(), form["Currency"].ToString().Trim().ToUpperInvariant(), form["Law"].ToString().ReplaceLineEndings(" ").Trim());

    public (Problems Problems, DisclosureTerms? Terms) Check()
    {
        var problems = new Problems();
        if (Limit.Length == 0) return (problems, new DisclosureTerms());

        var currency = Messages.Currency.Find(Currency);
        var limit = currency?.Read(Limit);
        if (currency is null) problems.Add(nameof(Currency), Text.T("enter.problem.currency"));
        else if (limit is null) problems.Add(nameof(Limit), Text.T("enter.problem.amount"));
        if (Law.Length is 0 or > 500) problems.Add(nameof(Law), Text.T("supporters.problem.law"));
        return problems.Any ? (problems, null) : (problems, new DisclosureTerms { LimitMinor = limit!.Value, Currency = currency!.Code, Law = Law });
    }
}
