using Broadsheet.Accounts;
using Broadsheet.Newsletters.Issues;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Newsletters.Desk;

/// <summary>GET /newsroom/issues/7/preview.html and .txt: the mail, both its parts.</summary>
public static class PreviewIssue
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/issues/{id:long}/preview.html", (long id, HttpContext http, Newspaper newspaper, IssueMails mails, CancellationToken stop) => Get(id, true, http, newspaper, mails, stop)).Requires(Permission.RunNewsletters);
        newsroom.MapGet("/issues/{id:long}/preview.txt", (long id, HttpContext http, Newspaper newspaper, IssueMails mails, CancellationToken stop) => Get(id, false, http, newspaper, mails, stop)).Requires(Permission.RunNewsletters);
    }

    internal static async Task<IResult> Get(long id, bool isHtml, HttpContext http, Newspaper newspaper, IssueMails mails, CancellationToken stop)
    {
        if (await newspaper.Issues.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, stop) is not { } issue) return TypedResults.NotFound();
        var (newsletter, edition) = await newspaper.OfIssueAsync(issue, stop);
        var mail = await mails.OfAsync(issue, newsletter, edition, stop);
        // Styles stand in the mail itself; nothing else may run or load.
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";
        return isHtml ? TypedResults.Content(mail.Html(mails.NoLeave(edition)), "text/html; charset=utf-8") : TypedResults.Text(mail.Text(mails.NoLeave(edition)), "text/plain; charset=utf-8");
    }
}
