using System.Globalization;
using Broadsheet.Articles.Reading;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Paper.Views;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Giving.Supporters;

/// <summary>/supporters: who agreed to be named, and whom the law has the paper name. Whoever agreed to nothing has no row that it could be read from.</summary>
public static class ReadSupporters
{
    private const int Most = 20_000;

    public static void Map(IEndpointRouteBuilder paper) => paper.MapMethods("/supporters", ["GET", "HEAD"], Get);

    internal static async Task<IResult> Get(HttpContext http, Newspaper newspaper, ReaderWords words, PaperOrigin origin, CancellationToken stop)
    {
        if (http.Edition is not { } edition) return await Missing.AnswerAsync(http, newspaper, stop);

        var paper = edition.ForPaper();
        var names = await newspaper.NamedSupporters.AsNoTracking().Where(row => row.EditionId == edition.Id).OrderBy(row => row.Id).Take(Most).Select(row => row.Name).ToListAsync(stop);
        var terms = (await newspaper.SettingOfAsync<DisclosureTerms>(edition.Id, stop)).Value;
        var view = new SupportersPageView(
            [.. names.Order(StringComparer.Create(CultureInfo.GetCultureInfo(paper.Language), ignoreCase: true))], await DisclosedAsync(edition.Id, terms, paper.Language, newspaper, stop))
        {
            Law = terms.Law,
            Limit = terms.LimitMinor == 0 ? "" : terms.Limit.In(paper.Language),
        };
        return new PaperResult(new PaperPage(paper, "supporters", view, new PageHead
        {
            Title = words.Say(paper, "supporters.title"),
            Description = words.Say(paper, "supporters.description"),
            Canonical = origin.Whole(paper.At("/supporters")),
        }));
    }

    private static async Task<IReadOnlyList<DisclosedGiverView>> DisclosedAsync(long edition, DisclosureTerms terms, string language, Newspaper newspaper, CancellationToken stop)
    {
        if (terms.LimitMinor == 0) return [];

        // What went back since is below the limit again, and nobody's business.
        var (limit, currency) = (terms.LimitMinor, terms.Currency);
        var rows = await newspaper.Disclosures.AsNoTracking().Where(row => row.EditionId == edition && row.Currency == currency && row.Minor > limit)
            .OrderByDescending(row => row.Year).ThenByDescending(row => row.Minor).ThenBy(row => row.Id).ToListAsync(stop);
        return [.. rows.Select(row => new DisclosedGiverView(row, language))];
    }
}

public sealed class SupportersPageView(IReadOnlyList<string> names, IReadOnlyList<DisclosedGiverView> disclosed) : View
{
    /// <summary>As each agreed to be named, in the order of the edition's alphabet.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>Whom the law has the paper name: the last year first, the largest sum first.</summary>
    public IReadOnlyList<DisclosedGiverView> Disclosed => disclosed;

    /// <summary>Which law that is.</summary>
    public required string Law { get; init; }

    /// <summary>From what sum of a year on; empty: no law asks.</summary>
    public required string Limit { get; init; }
}

public sealed class DisclosedGiverView(Disclosure row, string language) : View
{
    public string Year => row.Year.ToString(CultureInfo.InvariantCulture);
    public string Name => row.Name;

    /// <summary>What she gave in that year, less what went back.</summary>
    public string Amount => row.Given.In(language);
}
