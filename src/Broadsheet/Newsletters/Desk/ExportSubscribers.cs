using System.Globalization;
using Broadsheet.Accounts;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Newsletters.Desk;

/// <summary>GET /newsroom/subscribers.csv: what the search finds, all of it, with each consent (RFC 4180). Times are UTC. That it was taken is noted.</summary>
public static class ExportSubscribers
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapGet("/subscribers.csv", Get).Requires(Permission.SeeSubscribers);

    internal static async Task Get(HttpContext http, Newspaper newspaper, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        newspaper.Audit(staff, "subscribers-exported", "subscribers", null, clock.GetUtcNow());
        await newspaper.SaveChangesAsync(stop);

        await using var csv = http.BeginCsv("subscribers.csv");
        await csv.WriteLineAsync("email,name,newsletter,subscribed_at,ended_at,ending,consent_at,consent_how,consent_page,consent_text");
        await foreach (var one in SubscriberSearch.Read(http.Request.Query).In(newspaper).AsAsyncEnumerable().WithCancellation(stop))
        {
            await csv.WriteLineAsync(Csv.LineForSpreadsheet(
                one.Reader.TypedAddress, one.Reader.Name, one.Newsletter.Name, Time(one.Subscription.StartedAt), Time(one.Subscription.EndedAt), one.Subscription.Ending?.ToString() ?? "",
                Time(one.Consent?.At), one.Consent?.How.ToString() ?? "", one.Consent?.Page ?? "", one.Consent?.Text ?? ""));
        }
    }

    private static string Time(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "";
}
