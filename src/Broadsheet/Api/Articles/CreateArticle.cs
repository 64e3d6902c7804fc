using Broadsheet.Accounts;
using Broadsheet.Api.Editions;
using Broadsheet.Api.Repeats;
using Broadsheet.Articles;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Broadsheet.Api.Articles;

/// <summary>POST /api/v1/articles</summary>
internal static class CreateArticle
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/articles", Post)
        .Requires(Permission.WriteArticles)
        .Describe("createArticle", "Make an article", "Makes a draft. Nothing goes out until it is published.")
        .Once();

    internal static async Task<Created<ArticleAnswer>> Post(Sent<NewArticle> sent, Staff staff, Newspaper newspaper, ArticleWriting writing, TimeProvider clock, CancellationToken stop)
    {
        var edition = await newspaper.FindEditionAsync(sent.Value.Edition, stop);
        var written = await writing.WriteAsync(sent, new ArticleContent(), edition.Id, stop);
        var article = Article.BegunBy(staff, edition.Id, clock.GetUtcNow());
        article.SaveDraft(written.Content, article.Draft.Revision, staff.By, clock.GetUtcNow());
        newspaper.Articles.Add(article);
        await newspaper.SaveChangesAsync(stop);

        return TypedResults.Created($"/api/v1/articles/{article.PublicId}", await newspaper.AnswerAsync(article, written.Notes, stop));
    }
}
