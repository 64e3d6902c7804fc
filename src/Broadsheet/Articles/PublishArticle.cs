using Broadsheet.Accounts;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles;

/// <summary>POST /newsroom/articles/7/publication: shows the draft to readers, for the first time or again.</summary>
public static class PublishArticle
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/articles/{id:long}/publication", Post).AnswersOnPage("publication").ChecksRevision().Requires(Permission.PublishArticles);

    internal static async Task<Results<RedirectHttpResult, NotFound>> Post(long id, [FromForm] bool? saysUpdated, [FromForm] string? reason, Staff staff, Newspaper newspaper, Publication publication, CancellationToken stop)
    {
        if (await newspaper.Articles.ForActs().SingleOrDefaultAsync(row => row.Id == id, stop) is not { } article) return TypedResults.NotFound();

        await publication.PublishAsync(article, staff.By, reason ?? "", saysUpdated ?? false, stop);
        return TypedResults.Redirect($"/newsroom/articles/{id}");
    }
}
