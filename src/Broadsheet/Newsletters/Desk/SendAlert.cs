using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Newsletters.Issues;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Newsletters.Desk;

/// <param name="Newsletters">Those of the story's edition.</param>
public sealed record SendAlertView(Article Article, Edition Edition, IReadOnlyList<Newsletter> Newsletters, AlertForm Form, Problems Problems);

/// <summary>
/// GET, POST /newsroom/articles/7/alert: makes an issue of that one story and leads to its page, where it is looked at, tried and sent as any other. Nothing goes out here.
/// </summary>
public static class SendAlert
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/articles/{id:long}/alert", Get).Requires(Permission.RunNewsletters);
        newsroom.MapPost("/articles/{id:long}/alert", Post).ForWhoSeesIt().Requires(Permission.RunNewsletters);
    }

    internal static async Task<IResult> Get(long id, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        if (await FindAsync(id, newspaper, clock, stop) is not { } article) return TypedResults.NotFound();
        var newsletters = await NewslettersAsync(article, newspaper, stop);
        return await AnswerAsync(article, newsletters, AlertForm.Of(article, newsletters.FirstOrDefault()?.Id ?? 0), Problems.None, StatusCodes.Status200OK, newspaper, stop);
    }

    internal static async Task<IResult> Post(long id, IFormCollection fields, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        if (await FindAsync(id, newspaper, clock, stop) is not { } article) return TypedResults.NotFound();
        var (form, newsletters) = (AlertForm.Read(fields), await NewslettersAsync(article, newspaper, stop));
        if (form.Check(newsletters) is { Any: true } problems) return await AnswerAsync(article, newsletters, form, problems, StatusCodes.Status422UnprocessableEntity, newspaper, stop);

        return await newspaper.WriteAsync(async () =>
        {
            // The second of two clicks finds what the first did.
            if (await newspaper.Issues.AsNoTracking().SingleOrDefaultAsync(row => row.PublicId == form.Id, stop) is not { } issue)
            {
                issue = Issue.Alert(form.Id, form.Newsletter, form.Subject, form.Line, article.Id, clock.GetUtcNow());
                newspaper.Issues.Add(issue);
                await newspaper.SaveChangesAsync(stop);
            }
            return TypedResults.Redirect($"/newsroom/issues/{issue.Id}");
        }, stop);
    }

    private static Task<Article?> FindAsync(long id, Newspaper newspaper, TimeProvider clock, CancellationToken stop) =>
        newspaper.Articles.AsNoTracking().Published(clock.GetUtcNow()).SingleOrDefaultAsync(row => row.Id == id, stop);

    private static Task<List<Newsletter>> NewslettersAsync(Article article, Newspaper newspaper, CancellationToken stop) =>
        newspaper.Newsletters.AsNoTracking().Where(row => row.EditionId == article.EditionId).OrderBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(stop);

    private static async Task<IResult> AnswerAsync(Article article, IReadOnlyList<Newsletter> newsletters, AlertForm form, Problems problems, int status, Newspaper newspaper, CancellationToken stop) =>
        Page.Of<SendAlertPage, SendAlertView>(new(article, await newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == article.EditionId, stop), newsletters, form, problems), status);
}
