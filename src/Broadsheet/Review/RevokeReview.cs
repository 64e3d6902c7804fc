using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Review;

/// <summary>POST /newsroom/review-links/{id}/revocation ends a link at once; /newsroom/review-comments/7/done ticks a comment off.</summary>
public static class RevokeReview
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapPost("/review-links/{id:guid}/revocation", Post).Requires(Permission.MakeReviewLinks);
        newsroom.MapPost("/review-comments/{id:long}/done", PostDone).Requires(Permission.EnterNewsroom);
    }

    internal static async Task<IResult> Post(Guid id, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.ReviewLinks.SingleOrDefaultAsync(one => one.PublicId == id, stop) is not { } link) return TypedResults.NotFound();
        await DemandAsync(link.ArticleId, staff, newspaper, stop);

        link.Revoke(clock.GetUtcNow());
        newspaper.Audit(staff, "review-link-revoked", $"review-link/{id}", link.Reader, clock.GetUtcNow());
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Redirect($"/newsroom/articles/{link.ArticleId}/review");
    }

    internal static async Task<IResult> PostDone(long id, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.ReviewComments.ReadableBy(staff).SingleOrDefaultAsync(one => one.Id == id, stop) is not { } comment) return TypedResults.NotFound();
        await DemandAsync(comment.ArticleId, staff, newspaper, stop);

        comment.Done(staff.By, clock.GetUtcNow());
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Redirect($"/newsroom/articles/{comment.ArticleId}/review");
    }

    // These addresses name no article, so the gate before stories does not see them.
    private static async Task DemandAsync(long article, Staff staff, Newspaper newspaper, CancellationToken stop)
    {
        if (!await newspaper.Articles.EditableBy(staff).AnyAsync(row => row.Id == article, stop)) throw new RefusalException(Text.T("article.notYours"), StatusCodes.Status403Forbidden);
    }
}
