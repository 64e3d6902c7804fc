using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles;

/// <summary>POST /newsroom/articles/7/schedule with a local time of the edition; …/schedule/removal takes it back.</summary>
public static class ScheduleArticle
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapPost("/articles/{id:long}/schedule", Post).AnswersOnPage("schedule").ChecksRevision().Requires(Permission.PublishArticles);
        newsroom.MapPost("/articles/{id:long}/schedule/removal", Remove).AnswersOnPage("schedule/removal").ChecksRevision().Requires(Permission.PublishArticles);
    }

    /// <param name="at">As a datetime-local field sends it: 2026-11-24T06:00, on the edition's clock.</param>
    internal static async Task<Results<RedirectHttpResult, NotFound>> Post(long id, [FromForm] string? at, Staff staff, Newspaper newspaper, Publication publication, CancellationToken stop)
    {
        if (await newspaper.Articles.ForActs().SingleOrDefaultAsync(row => row.Id == id, stop) is not { } article) return TypedResults.NotFound();
        var edition = await newspaper.Editions.SingleAsync(row => row.Id == article.EditionId, stop);
        if (edition.ReadFieldTime(at) is not { } due) throw new ArticleException(Text.T("acts.chooseTime"));

        await publication.ScheduleAsync(article, due, staff.By, stop);
        return TypedResults.Redirect($"/newsroom/articles/{id}");
    }

    internal static async Task<Results<RedirectHttpResult, NotFound>> Remove(long id, Newspaper newspaper, CancellationToken stop)
    {
        if (await newspaper.Articles.SingleOrDefaultAsync(row => row.Id == id, stop) is not { } article) return TypedResults.NotFound();

        article.Unschedule();
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Redirect($"/newsroom/articles/{id}");
    }
}
