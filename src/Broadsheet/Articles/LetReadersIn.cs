using Broadsheet.Accounts;
using Broadsheet.Articles.Live;
using Broadsheet.Editions;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles;

/// <summary>POST /newsroom/articles/7/access with access=Open, Metered, Members or nothing (as the section says) and openUntil, on the edition's clock: who may read it whole.</summary>
public static class LetReadersIn
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/articles/{id:long}/access", Post).AnswersOnPage("access").ChecksRevision().Requires(Permission.PublishArticles);

    internal static async Task<Results<RedirectHttpResult, NotFound>> Post(long id, IFormCollection fields, Staff staff, Newspaper newspaper, LiveWatch live, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Articles.SingleOrDefaultAsync(row => row.Id == id, stop) is not { } article) return TypedResults.NotFound();

        var edition = await newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == article.EditionId, stop);
        var typed = fields["openUntil"].ToString();
        var until = typed.Length == 0 ? (DateTimeOffset?)null : edition.ReadFieldTime(typed) ?? throw new ArticleException(Text.T("acts.access.problem"));
        article.LetIn(Enum.TryParse<Access>(fields["access"], out var chosen) && Enum.IsDefined(chosen) ? chosen : null, until);
        newspaper.Audit(staff, "article-access", $"article/{id}", $"{article.Access?.ToString() ?? "section"} {typed}".Trim(), clock.GetUtcNow());
        if (article.IsPublished) newspaper.Record(new ArticleUpdated(article.Id), clock.GetUtcNow());
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Redirect(article.IsPublished ? live.Begin(id) : $"/newsroom/articles/{id}");
    }
}
