using Broadsheet.Accounts;
using Broadsheet.Articles.Live;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles;

/// <summary>POST /newsroom/articles/7/publication/removal: a first publication is taken back before anybody outside is told.</summary>
public static class TakeBackArticle
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/articles/{id:long}/publication/removal", Post).AnswersOnPage("publication/removal").ChecksRevision().Requires(Permission.PublishArticles);

    internal static async Task<Results<RedirectHttpResult, NotFound>> Post(long id, Staff staff, Newspaper newspaper, Publication publication, LiveWatch live, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Articles.ForActs().SingleOrDefaultAsync(row => row.Id == id, stop) is not { } article) return TypedResults.NotFound();

        newspaper.Audit(staff, "take-back", $"article/{article.PublicId}", null, clock.GetUtcNow());
        await publication.TakeBackAsync(article, stop);
        return TypedResults.Redirect(live.Begin(id));
    }
}
