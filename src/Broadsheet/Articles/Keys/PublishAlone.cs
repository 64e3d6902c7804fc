using Broadsheet.Accounts;
using Broadsheet.Articles.Live;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles.Keys;

/// <summary>POST /newsroom/articles/7/publication/alone: the duty editor publishes without the second key, and says why.</summary>
public static class PublishAlone
{
    public static void Map(IEndpointRouteBuilder newsroom) =>
        newsroom.MapPost("/articles/{id:long}/publication/alone", Post).AnswersOnPage("publication/alone").ChecksRevision().Requires(Permission.PublishAlone);

    internal static async Task<IResult> Post(long id, [FromForm] string? reason, Staff staff, Newspaper newspaper, Publication publication, LiveWatch live, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Articles.ForActs().SingleOrDefaultAsync(row => row.Id == id, stop) is not { } article) return TypedResults.NotFound();
        await newspaper.DemandMayPublishAsync(article, staff, stop);

        newspaper.Audit(staff, "published-alone", $"article/{article.PublicId}", reason, clock.GetUtcNow());
        await publication.PublishAloneAsync(article, staff.By, reason ?? "", stop);
        return TypedResults.Redirect(live.Begin(id));
    }
}
