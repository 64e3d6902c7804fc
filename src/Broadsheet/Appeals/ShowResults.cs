using System.Globalization;
using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Appeals;

public sealed record MessageResultsView(IReadOnlyList<MessageResult> Results, IReadOnlyDictionary<long, Edition> Editions);

/// <summary>GET /newsroom/messages/results: what each message brought; the same as results.csv, a line each message, currency and kind of gift.</summary>
public static class ShowResults
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/messages/results", Get).Requires(Permission.SeeDonations);
        newsroom.MapGet("/messages/results.csv", GetCsv).Requires(Permission.SeeDonations);
    }

    internal static async Task<IResult> Get(Newspaper newspaper, MessageResults results, CancellationToken stop) =>
        Page.Of<MessageResultsPage, MessageResultsView>(new(await results.AllAsync(stop), await newspaper.Editions.AsNoTracking().ToDictionaryAsync(row => row.Id, stop)));

    internal static async Task GetCsv(HttpContext http, Newspaper newspaper, MessageResults results, CancellationToken stop)
    {
        var editions = await newspaper.Editions.AsNoTracking().ToDictionaryAsync(row => row.Id, stop);
        await using var csv = http.BeginCsv("messages.csv");
        await csv.WriteLineAsync("message,edition,seen,browsers,sign_ups,gifts_kind,gifts,sum,currency,with_browsers,with_givers,without_browsers,without_givers,per_thousand,low,high");
        foreach (var one in await results.AllAsync(stop))
        {
            var gifts = one.Once.Select(sum => ("once", sum)).Concat(one.Recurring.Select(sum => ("recurring", sum))).Concat(one.Members.Select(sum => ("membership", sum))).DefaultIfEmpty(("", null!));
            foreach (var (kind, sum) in gifts)
            {
                string[] lots = one.Compared ? [Whole(one.With.Browsers), Whole(one.With.Givers), Whole(one.Without.Browsers), Whole(one.Without.Givers)] : ["", "", "", ""];
                string[] range = one.Comparison is { } found ? [Exact(found.PerThousand), Exact(found.Low), Exact(found.High)] : ["", "", ""];
                await csv.WriteLineAsync(Csv.LineForSpreadsheet(
                [
                    one.Message?.Name ?? Text.T("results.unknown"), editions[one.EditionId].Name, Whole(one.Seen), Whole(one.Browsers), Whole(one.SignUps),
                    kind, sum is null ? "0" : Whole(sum.Count), sum?.Kept.Plain ?? "", sum?.Kept.Currency ?? "", .. lots, .. range,
                ]));
            }
        }
    }

    private static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Exact(double number) => number.ToString("0.00", CultureInfo.InvariantCulture);
}
