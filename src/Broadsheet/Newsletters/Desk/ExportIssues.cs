using System.Globalization;
using Broadsheet.Accounts;
using Broadsheet.Newsletters.Clicks;
using Broadsheet.Newsletters.Issues;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Newsletters.Desk;

/// <summary>GET /newsroom/newsletters/7/issues.csv: what became of each issue that was sent; /newsroom/issues/7/clicks.csv: one issue's clicks by story (RFC 4180). Times are UTC. They name nobody.</summary>
public static class ExportIssues
{
    private const int AtOnce = 50;

    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/newsletters/{id:long}/issues.csv", Get).Requires(Permission.RunNewsletters);
        newsroom.MapGet("/issues/{id:long}/clicks.csv", GetClicks).Requires(Permission.RunNewsletters);
    }

    internal static async Task<IResult> Get(long id, HttpContext http, Newspaper newspaper, CancellationToken stop)
    {
        if (!await newspaper.Newsletters.AnyAsync(row => row.Id == id, stop)) return TypedResults.NotFound();

        var issues = await newspaper.Issues.AsNoTracking().Where(row => row.NewsletterId == id && row.StartedAt != null).OrderByDescending(row => row.Id).ToListAsync(stop);
        await using var csv = http.BeginCsv("issues.csv");
        await csv.WriteLineAsync("issue,subject,started_at,sent,delivered,bounced,left,clicks");
        foreach (var some in issues.Chunk(AtOnce))
        {
            var figures = await newspaper.FiguresOfAsync(some, stop);
            foreach (var issue in some)
            {
                var of = figures[issue.Id];
                await csv.WriteLineAsync(Csv.LineForSpreadsheet(Plain(issue.Id), issue.Subject, issue.StartedAt!.Value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                    Plain(of.Sent), Plain(of.Delivered), Plain(of.Bounced), Plain(of.Left), Plain(of.Clicks)));
            }
        }
        return TypedResults.Empty;
    }

    internal static async Task<IResult> GetClicks(long id, HttpContext http, Newspaper newspaper, CancellationToken stop)
    {
        if (await newspaper.Issues.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, stop) is not { } issue) return TypedResults.NotFound();

        await using var csv = http.BeginCsv("clicks.csv");
        await csv.WriteLineAsync("story,headline,clicks");
        foreach (var story in await newspaper.ClicksByStoryAsync(issue, stop)) await csv.WriteLineAsync(Csv.LineForSpreadsheet(Plain(story.Id), story.Headline, Plain(story.Clicks)));
        return TypedResults.Empty;
    }

    private static string Plain(long number) => number.ToString(CultureInfo.InvariantCulture);
}
