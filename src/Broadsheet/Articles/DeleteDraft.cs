using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles;

/// <param name="Words">How much would be lost.</param>
public sealed record DeleteDraftView(Article Article, int Words, string SavedAt);

/// <summary>GET /newsroom/articles/7/removal asks, POST deletes. Only a draft that was never published.</summary>
public static class DeleteDraft
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/articles/{id:long}/removal", Get).Requires(Permission.WriteArticles);
        newsroom.MapPost("/articles/{id:long}/removal", Post).AnswersOnPage("removal").ChecksRevision().Requires(Permission.WriteArticles);
    }

    internal static async Task<IResult> Get(long id, Staff staff, Newspaper newspaper, CancellationToken stop)
    {
        if (await newspaper.Articles.ForEditingAsync(id, staff, stop) is not { } article) return TypedResults.NotFound();

        article.DemandDeletable();
        var edition = await newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == article.EditionId, stop);
        return Page.Of<DeleteDraftPage, DeleteDraftView>(new(article, Article.WordsIn(article.Draft.Content.Body.ForPublication()), ArticleStateText.Time(article.Draft.SavedAt, edition)));
    }

    internal static async Task<Results<RedirectHttpResult, NotFound>> Post(long id, Staff staff, Newspaper newspaper, Publication publication, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Articles.ForActs().ForEditingAsync(id, staff, stop) is not { } article) return TypedResults.NotFound();

        newspaper.Audit(staff, "draft-deleted", $"article/{article.PublicId}", article.WorkingHeadline, clock.GetUtcNow());
        await publication.DeleteAsync(article, stop);
        return TypedResults.Redirect("/newsroom/articles");
    }
}
