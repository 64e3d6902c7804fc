using Broadsheet.Accounts;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.AspNetCore.Mvc;

namespace Broadsheet.Review;

/// <summary>POST /newsroom/review/comments and /newsroom/review/approval: what somebody outside says.</summary>
public static class AnswerReview
{
    private const int Longest = 5000;

    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapPost("/review/comments", PostComment).OpenByLink(OpenReview.Door).Braked(Brake.Review);
        newsroom.MapPost("/review/approval", PostApproval).OpenByLink(OpenReview.Door).Braked(Brake.Review);
    }

    internal static async Task<IResult> PostComment([FromForm] string? block, [FromForm] string? words, HttpContext http, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        var link = await newspaper.DemandLinkAsync(http, clock, stop);
        var said = (words ?? "").ReplaceLineEndings("\n").Trim();
        if (said.Length is 0 or > Longest)
            return await ReadReview.AnswerAsync(link, newspaper, new Problems().Add(Text.T("review.sayWhat")), stop, (block ?? "", words ?? ""));

        // Only of what was shown: a source cannot ask after a passage by guessing its id.
        var passage = (await newspaper.ShownByAsync(link, stop)).Passages.FirstOrDefault(one => one.Id == block);
        newspaper.ReviewComments.Add(new(link.Id, link.ArticleId, link.Kind, passage?.Id, passage?.Start ?? "", said, clock.GetUtcNow()));
        newspaper.Record(new ReviewAnswered(link.ArticleId, link.MadeBy), clock.GetUtcNow());
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Redirect(passage is null ? "/newsroom/review/text" : $"/newsroom/review/text#passage-{passage.Id}");
    }

    internal static async Task<IResult> PostApproval([FromForm] string? note, HttpContext http, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        var link = await newspaper.DemandLinkAsync(http, clock, stop);
        var said = (note ?? "").Trim();
        link.Approve(said[..Math.Min(said.Length, 2000)], clock.GetUtcNow());
        newspaper.Audit(null, "review-approved", $"review-link/{link.PublicId}", link.Reader, clock.GetUtcNow());
        newspaper.Record(new ReviewAnswered(link.ArticleId, link.MadeBy), clock.GetUtcNow());
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Redirect("/newsroom/review/text");
    }
}
