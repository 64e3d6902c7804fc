using Broadsheet.Accounts;
using Broadsheet.Comments;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.AspNetCore.Mvc;

namespace Broadsheet.Review;

/// <summary>POST /newsroom/review/comments and /newsroom/review/approval: what somebody outside says.</summary>
public static class AnswerReview
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapPost("/review/comments", PostComment).OpenByLink(OpenReview.Door).Braked(Brake.Review);
        newsroom.MapPost("/review/approval", PostApproval).OpenByLink(OpenReview.Door).Braked(Brake.Review);
    }

    internal static async Task<IResult> PostComment([FromForm] string? block, [FromForm] string? words, HttpContext http, Newspaper newspaper, CommentDesk desk, TimeProvider clock, CancellationToken stop)
    {
        var link = await newspaper.DemandLinkAsync(http, clock, stop);
        // Only of what was shown: a source cannot ask after a passage by guessing its id.
        var passage = (await newspaper.ShownByAsync(link, stop)).Passages.FirstOrDefault(one => one.Id == block);
        try
        {
            var anchor = passage is null ? CommentAnchor.Whole : new(AnchorKind.Block, passage.Id);
            var thread = await desk.SayByLinkAsync(link.ArticleId, anchor, passage?.Text ?? "", link.Author, words ?? "", stop);
            await newspaper.TellOfCommentAsync(link, thread, words!, clock.GetUtcNow(), stop);
            await newspaper.SaveChangesAsync(stop);
        }
        catch (EmptyCommentException refusal)
        {
            return await ReadReview.AnswerAsync(link, newspaper, desk, new Problems().Add(refusal.Message), stop, (block ?? "", words ?? ""));
        }

        return TypedResults.Redirect(passage is null ? "/newsroom/review/text" : $"/newsroom/review/text#passage-{passage.Id}");
    }

    internal static async Task<IResult> PostApproval([FromForm] string? note, HttpContext http, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        var link = await newspaper.DemandLinkAsync(http, clock, stop);
        var said = (note ?? "").Trim();
        if (link.Approve(said[..Math.Min(said.Length, 2000)], clock.GetUtcNow()))
        {
            newspaper.Audit(null, "review-approved", $"review-link/{link.PublicId}", link.Reader, clock.GetUtcNow());
            await newspaper.TellOfApprovalAsync(link, clock.GetUtcNow(), stop);
            await newspaper.SaveChangesAsync(stop);
        }

        return TypedResults.Redirect("/newsroom/review/text");
    }
}
