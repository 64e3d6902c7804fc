using Broadsheet.Accounts;
using Broadsheet.Articles.Live;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles;

/// <summary>POST /newsroom/articles/7/search-engines: hidden=true keeps a story that stays readable out of search engines.</summary>
public static class HideArticle
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/articles/{id:long}/search-engines", Post).AnswersOnPage("search-engines").ChecksRevision().Requires(Permission.PublishArticles);

    internal static async Task<Results<RedirectHttpResult, NotFound>> Post(long id, [FromForm] bool hidden, Newspaper newspaper, LiveWatch live, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Articles.SingleOrDefaultAsync(row => row.Id == id, stop) is not { } article) return TypedResults.NotFound();

        article.IsHiddenFromSearchEngines = hidden;
        if (article.IsPublished) newspaper.Record(new ArticleUpdated(article.Id), clock.GetUtcNow());
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Redirect(article.IsPublished ? live.Begin(id) : $"/newsroom/articles/{id}");
    }
}
