using System.Text;
using Broadsheet.Accounts;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.CopyDesk.House;

/// <param name="Typed">What was pasted, kept when some of it was bad.</param>
public sealed record ImportView(string Typed, IReadOnlyList<BadLine> Bad, int? Taken, int Known, Problems Problems);

/// <summary>GET /newsroom/house-style/export.csv, export.json; GET, POST /newsroom/house-style/import. Rules that are known already are not doubled.</summary>
public static class MoveHouseStyle
{
    private const long MostBytes = 4_000_000;

    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/house-style/export.csv", ExportCsv).Requires(Permission.ArrangePaper);
        newsroom.MapGet("/house-style/export.json", ExportJson).Requires(Permission.ArrangePaper);
        newsroom.MapGet("/house-style/import", Get).Requires(Permission.ArrangePaper);
        newsroom.MapPost("/house-style/import", Post).Requires(Permission.ArrangePaper);
    }

    // With the mark by which spreadsheets know UTF-8.
    internal static async Task<IResult> ExportCsv(Newspaper newspaper, CancellationToken stop) =>
        TypedResults.File([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(HouseFile.Csv(await RulesAsync(newspaper, stop)))], "text/csv; charset=utf-8", "house-style.csv");

    internal static async Task<IResult> ExportJson(Newspaper newspaper, CancellationToken stop) =>
        TypedResults.File(Encoding.UTF8.GetBytes(HouseFile.Json(await RulesAsync(newspaper, stop))), "application/json", "house-style.json");

    private static async Task<IEnumerable<HouseRuleText>> RulesAsync(Newspaper newspaper, CancellationToken stop) =>
        (await newspaper.HouseRules.AsNoTracking().OrderBy(row => row.Id).ToListAsync(stop)).Select(row => row.Text);

    internal static IResult Get() => Answer(new("", [], null, 0, Problems.None));

    internal static async Task<IResult> Post(HttpRequest request, Newspaper newspaper, CancellationToken stop)
    {
        var posted = await request.ReadFormAsync(stop);
        var typed = posted["Rules"].ToString();
        if (posted.Files["File"] is { Length: > 0 } file)
        {
            if (file.Length > MostBytes) return Answer(new(typed, [], null, 0, new Problems().Add("File", Text.T("house.import.large"))), StatusCodes.Status422UnprocessableEntity);
            typed = await file.ReadTextAsync(stop);
        }

        if (string.IsNullOrWhiteSpace(typed)) return Answer(new("", [], null, 0, new Problems().Add("File", Text.T("house.import.nothing"))), StatusCodes.Status422UnprocessableEntity);

        var (rules, bad) = HouseFile.Read(typed);
        var added = await newspaper.WriteAsync(async () =>
        {
            var known = (await newspaper.HouseRules.AsNoTracking().ToListAsync(stop)).Select(row => row.Text).ToHashSet();
            var fresh = rules.Where(known.Add).ToList();
            newspaper.HouseRules.AddRange(fresh.Select(rule => new HouseRule(rule)));
            await newspaper.SaveChangesAsync(stop);
            return fresh.Count;
        }, stop);
        return Answer(new(bad.Count > 0 ? typed : "", bad, added, rules.Count - added, Problems.None), bad.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static IResult Answer(ImportView view, int status = StatusCodes.Status200OK) => Page.Of<ImportPage, ImportView>(view, status);
}
