using System.ComponentModel;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Broadsheet.Api.Articles;

/// <summary>DELETE /api/v1/articles/{id}?revision=3</summary>
internal static class DeleteArticle
{
    public static void Map(IEndpointRouteBuilder api) => api.MapDelete("/articles/{id:guid}", Delete)
        .Requires(Permission.WriteArticles)
        .Describe("deleteArticle", "Delete a draft", "For good, with its versions. What was published or is scheduled is refused: withdraw it, or take it off the schedule.");

    internal static async Task<NoContent> Delete(
        Guid id, [Description("The revision that was read.")] long? revision, Staff staff, Newspaper newspaper, Publication publication, TimeProvider clock, CancellationToken stop)
    {
        // Asked for here and not by the binder, whose refusal would name the parameter and not say what it is for.
        if (revision is not { } read) throw ProblemKind.Malformed.At("revision", "Say which revision was read: ?revision=3.");

        var article = await newspaper.FindForActAsync(staff, id, read, stop);
        newspaper.Audit(staff, "draft-deleted", $"article/{id}", article.WorkingHeadline, clock.GetUtcNow());
        await publication.DeleteAsync(article, stop);
        return TypedResults.NoContent();
    }
}
