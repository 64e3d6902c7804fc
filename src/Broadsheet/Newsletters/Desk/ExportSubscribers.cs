using System.Globalization;
using System.Text;
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

        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = "attachment; filename=\"subscribers.csv\"";
        http.Response.Headers.CacheControl = "no-store";
        await using var csv = new StreamWriter(http.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\r\n" };
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
