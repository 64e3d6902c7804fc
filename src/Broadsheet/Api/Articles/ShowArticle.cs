using Broadsheet.Accounts;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Broadsheet.Api.Articles;

/// <summary>GET /api/v1/articles/{id}</summary>
internal static class ShowArticle
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/articles/{id:guid}", Get)
        .Requires(Permission.WriteArticles)
        .Describe("showArticle", "Read an article", "The article with its draft, which may be ahead of what readers see.");

    internal static async Task<Ok<ArticleAnswer>> Get(Guid id, Staff staff, Newspaper newspaper, CancellationToken stop)
    {
        var article = await newspaper.FindForAsync(staff, id, stop);
        return TypedResults.Ok(await newspaper.AnswerAsync(article, null, stop));
    }
}
