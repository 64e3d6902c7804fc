using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Popularity;

/// <summary>POST /newsroom/reads/7/bar: barred=true keeps a story out of Popular, barred=false lets it in again.</summary>
public static class BarFromPopular
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/reads/{id:long}/bar", Post).Requires(Permission.PublishArticles);

    internal static async Task<Results<RedirectHttpResult, NotFound>> Post(long id, [FromForm] bool barred, [FromForm] string? back, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Articles.Include(row => row.Draft).SingleOrDefaultAsync(row => row.Id == id, stop) is not { } article) return TypedResults.NotFound();

        await newspaper.DemandMayPublishAsync(article, staff, stop);
        article.IsBarredFromPopular = barred;
        if (article.IsPublished) newspaper.Record(new ArticleUpdated(article.Id), clock.GetUtcNow());
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Redirect(back == "reads" ? "/newsroom/reads" : $"/newsroom/articles/{id}");
    }
}
