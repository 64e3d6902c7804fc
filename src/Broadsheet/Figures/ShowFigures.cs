using System.Text;
using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Figures;

public sealed record FiguresView(FigurePeriod Period, IReadOnlyList<Figure> Figures);

/// <param name="Reads">All reads of the period, and <paramref name="Stories"/> of how many stories.</param>
public sealed record FundersView(string Paper, FigurePeriod Period, IReadOnlyList<Figure> Figures, long Reads, int Stories, DateOnly MadeOn);

/// <summary>
/// GET /newsroom/figures?from=2026-01&amp;to=2026-11: what the publisher wants to know; /newsroom/figures/gifts-usd.csv: one of them as a file;
/// /newsroom/figures/report: the same to be printed for those who fund the paper, without anybody's name.
/// </summary>
public static class ShowFigures
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/figures", Get).Requires(Permission.SeeDonations);
        newsroom.MapGet("/figures/report", GetReport).Requires(Permission.SeeDonations);
        newsroom.MapGet("/figures/{figure}.csv", GetFile).Requires(Permission.SeeDonations);
    }

    internal static async Task<IResult> Get(string? from, string? to, AllFigures all, CancellationToken stop)
    {
        var period = await all.PeriodAsync(from, to, stop);
        return Page.Of<FiguresPage, FiguresView>(new(period, await all.InAsync(period, stop).ToListAsync(stop)), StatusCodes.Status200OK);
    }

    internal static async Task<IResult> GetReport(string? from, string? to, AllFigures all, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        var period = await all.PeriodAsync(from, to, stop);
        // Nobody's name goes to a funder, and which story brought a gift is nobody else's business.
        var figures = (await all.InAsync(period, stop).ToListAsync(stop)).Where(one => one.Key != "authors" && !one.Key.StartsWith("stories-", StringComparison.Ordinal) && !one.HasNothing).ToList();
        var (reads, stories) = await ReadFigures.AllAsync(newspaper, period, stop);
        var paper = await newspaper.Editions.OrderBy(row => row.Position).ThenBy(row => row.Id).Select(row => row.Name).FirstAsync(stop);
        return Page.Of<FundersPage, FundersView>(new(paper, period, figures, reads, stories, period.Clock.DayOf(clock.GetUtcNow())), StatusCodes.Status200OK);
    }

    internal static async Task<IResult> GetFile(string figure, string? from, string? to, HttpContext http, AllFigures all, CancellationToken stop)
    {
        var period = await all.PeriodAsync(from, to, stop);
        if (await all.InAsync(period, stop).FirstOrDefaultAsync(one => one.Key == figure, stop) is not { } found) return TypedResults.NotFound();

        var lines = new StringBuilder().Append(Csv.LineForSpreadsheet([found.Head, .. found.Columns.Select(column => column.Currency is null ? column.Name : $"{column.Name} ({column.Currency})")])).Append("\r\n");
        // Amounts may be below zero, which is no formula.
        foreach (var row in found.Rows) lines.Append(Csv.LineForSpreadsheet(row.Name)).Append(',').Append(Csv.Line(row.Values.Select((value, at) => found.Columns[at].Plain(value)))).Append("\r\n");
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(lines.ToString())).ToArray(), "text/csv; charset=utf-8", $"{found.Key}-{period.From}-{period.To}.csv");
    }
}
