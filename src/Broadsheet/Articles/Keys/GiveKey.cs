using Broadsheet.Accounts;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles.Keys;

/// <summary>POST /newsroom/articles/7/keys: one stands behind the text as it is; …/keys/removal takes that back.</summary>
public static class GiveKey
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapPost("/articles/{id:long}/keys", Post).AnswersOnPage("keys").ChecksRevision().ForWhoSeesIt().Requires(Permission.EnterNewsroom);
        newsroom.MapPost("/articles/{id:long}/keys/removal", Remove).AnswersOnPage("keys/removal").ChecksRevision().ForWhoSeesIt().Requires(Permission.EnterNewsroom);
    }

    internal static async Task<IResult> Post(long id, Staff staff, Newspaper newspaper, Publication publication, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Articles.ForActs().SingleOrDefaultAsync(row => row.Id == id, stop) is not { } article) return TypedResults.NotFound();
        // The first key is its writer's or an editor's; who may only read it stands behind nothing.
        if (!article.MayBeEditedBy(staff) && !await newspaper.MayPublishAsync(article, staff, stop)) throw new RefusalException(Text.T("keys.notYou"), StatusCodes.Status403Forbidden);

        newspaper.Audit(staff, "key-given", $"article/{article.PublicId}", null, clock.GetUtcNow());
        await publication.GiveKeyAsync(article, staff.By, stop);
        return TypedResults.Redirect(BackTo(article, staff));
    }

    internal static async Task<IResult> Remove(long id, Staff staff, Newspaper newspaper, Publication publication, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Articles.SingleOrDefaultAsync(row => row.Id == id, stop) is not { } article) return TypedResults.NotFound();

        await publication.TakeKeyAsync(article, staff.By, stop);
        newspaper.Audit(staff, "key-taken-back", $"article/{article.PublicId}", null, clock.GetUtcNow());
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Redirect(BackTo(article, staff));
    }

    private static string BackTo(Article article, Staff staff) =>
        article.MayBeEditedBy(staff) && staff.May(Permission.WriteArticles) ? $"/newsroom/articles/{article.Id}" : $"/newsroom/articles/{article.Id}/preview";
}
