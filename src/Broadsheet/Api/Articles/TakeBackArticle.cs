using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Broadsheet.Api.Articles;

/// <summary>POST /api/v1/articles/{id}/take-back</summary>
internal static class TakeBackArticle
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/articles/{id:guid}/take-back", Post)
        .Requires(Permission.PublishArticles)
        .Describe("takeBackArticle", "Take a first publication back", "For a minute, unless the operator chose another time, before anybody outside is told. The article is a draft again, as if it had not gone out; afterwards it is withdrawn instead.");

    internal static async Task<Ok<ArticleAnswer>> Post(Guid id, Sent<ArticleRevision> sent, Staff staff, Newspaper newspaper, Publication publication, TimeProvider clock, CancellationToken stop)
    {
        var article = await newspaper.FindForActAsync(staff, id, sent.Value.Revision, stop);
        newspaper.Audit(staff, "take-back", $"article/{id}", null, clock.GetUtcNow());
        await publication.TakeBackAsync(article, stop);
        return TypedResults.Ok(await newspaper.AnswerAsync(article, null, stop));
    }
}
