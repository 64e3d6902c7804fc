using Broadsheet.Accounts;
using Broadsheet.Newsletters.Issues;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Newsletters.Desk;

public sealed record PreviewIssueView(Issue Issue, Newsletter Newsletter, IssueMail Mail);

/// <summary>
/// GET /newsroom/issues/7/preview: the mail as a phone and a desk draw it, by day and by night; preview.html?scheme=dark is what its frames show, preview.txt the mail's other part.
/// </summary>
public static class PreviewIssue
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/issues/{id:long}/preview", Get).Requires(Permission.RunNewsletters);
        newsroom.MapGet("/issues/{id:long}/preview.html", GetHtml).Requires(Permission.RunNewsletters);
        newsroom.MapGet("/issues/{id:long}/preview.txt", GetText).Requires(Permission.RunNewsletters);
    }

    internal static async Task<IResult> Get(long id, Newspaper newspaper, IssueMails mails, CancellationToken stop) =>
        await FindAsync(id, newspaper, mails, stop) is { } found ? Page.Of<PreviewIssuePage, PreviewIssueView>(found) : TypedResults.NotFound();

    internal static async Task<IResult> GetHtml(long id, string? scheme, HttpContext http, Newspaper newspaper, IssueMails mails, Hosts hosts, CancellationToken stop)
    {
        if (await FindAsync(id, newspaper, mails, stop) is not { } found) return TypedResults.NotFound();
        // Styles stand in the mail itself, pictures come from the paper; nothing else may run or load.
        http.Response.Headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'unsafe-inline'; img-src 'self' {hosts.Link("/")}; frame-ancestors 'self'; sandbox";
        var night = scheme switch { "dark" => "all", "light" => "not all", _ => IssueMail.Night };
        return TypedResults.Content(found.Mail.Html(mails.NoLeave(found.Mail.Edition), night), "text/html; charset=utf-8");
    }

    internal static async Task<IResult> GetText(long id, Newspaper newspaper, IssueMails mails, CancellationToken stop) =>
        await FindAsync(id, newspaper, mails, stop) is { } found ? TypedResults.Text(found.Mail.Text(mails.NoLeave(found.Mail.Edition)), "text/plain; charset=utf-8") : TypedResults.NotFound();

    private static async Task<PreviewIssueView?> FindAsync(long id, Newspaper newspaper, IssueMails mails, CancellationToken stop)
    {
        if (await newspaper.Issues.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, stop) is not { } issue) return null;
        var (newsletter, edition) = await newspaper.OfIssueAsync(issue, stop);
        return new(issue, newsletter, await mails.OfAsync(issue, newsletter, edition, stop));
    }
}
