using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Review;

/// <summary>POST /newsroom/review-links/{id}/revocation ends a link at once.</summary>
public static class RevokeReview
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/review-links/{id:guid}/revocation", Post).Requires(Permission.MakeReviewLinks);

    internal static async Task<IResult> Post(Guid id, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.ReviewLinks.SingleOrDefaultAsync(one => one.PublicId == id, stop) is not { } link) return TypedResults.NotFound();
        await DemandAsync(link.ArticleId, staff, newspaper, stop);

        link.Revoke(clock.GetUtcNow());
        newspaper.Audit(staff, "review-link-revoked", $"review-link/{id}", link.Reader, clock.GetUtcNow());
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Redirect($"/newsroom/articles/{link.ArticleId}/review");
    }

    // This address names no article, so the gate before stories does not see them.
    private static async Task DemandAsync(long article, Staff staff, Newspaper newspaper, CancellationToken stop)
    {
        if (!await newspaper.Articles.EditableBy(staff).AnyAsync(row => row.Id == article, stop)) throw new RefusalException(Text.T("article.notYours"), StatusCodes.Status403Forbidden);
    }
}
