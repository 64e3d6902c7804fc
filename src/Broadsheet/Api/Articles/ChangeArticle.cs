using Broadsheet.Accounts;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Api.Articles;

/// <summary>PATCH /api/v1/articles/{id}</summary>
internal static class ChangeArticle
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPatch("/articles/{id:guid}", Patch)
        .Requires(Permission.WriteArticles)
        .Describe("changeArticle", "Change an article’s draft", "Saves the members that are sent; the others stay. Readers see it when it is published again.");

    internal static async Task<Ok<ArticleAnswer>> Patch(Guid id, Sent<ArticleChange> sent, Staff staff, Newspaper newspaper, ArticleWriting writing, TimeProvider clock, CancellationToken stop)
    {
        var article = await newspaper.FindForActAsync(staff, id, sent.Value.Revision, stop);
        var written = await writing.WriteAsync(sent, article.Draft.Content, article.EditionId, stop);
        article.SaveDraft(written.Content, sent.Value.Revision, staff.By, clock.GetUtcNow());
        try
        {
            await newspaper.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody saved between our reading and our writing.
            newspaper.ChangeTracker.Clear();
            throw await newspaper.StaleAsync(await newspaper.FindForAsync(staff, id, stop), stop);
        }

        return TypedResults.Ok(await newspaper.AnswerAsync(article, written.Notes, stop));
    }
}
