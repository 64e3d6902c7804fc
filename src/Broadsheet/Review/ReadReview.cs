using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Comments;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Review;

/// <param name="Content">Null for a source, who is shown passages and nothing around them.</param>
/// <param name="Typed">A comment that was refused, and to which passage it belongs.</param>
public sealed record ReadReviewView(
    ReviewLink Link, string Paper, string Language, ArticleContent? Content, IReadOnlyList<Passage> Passages, IReadOnlyList<ReviewSaid> Said,
    NewsroomClock Clock, Problems Problems, (string Block, string Words)? Typed = null);

/// <param name="Block">The passage that it is about; null: the whole.</param>
public sealed record ReviewSaid(string? Block, string Words, DateTimeOffset At);

/// <summary>GET /newsroom/review/text: what the link in the cookie opens.</summary>
public static class ReadReview
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapGet("/review/text", Get).OpenByLink(OpenReview.Door).Braked(Brake.Review);

    internal static async Task<IResult> Get(HttpContext http, Newspaper newspaper, CommentDesk desk, TimeProvider clock, CancellationToken stop) =>
        await AnswerAsync(await newspaper.DemandLinkAsync(http, clock, stop), newspaper, desk, Problems.None, stop);

    /// <summary>The link of whoever asks. Throws <see cref="SpentLinkException"/> when there is none that is good.</summary>
    internal static Task<ReviewLink> DemandLinkAsync(this Newspaper newspaper, HttpContext http, TimeProvider clock, CancellationToken stop)
    {
        http.TellNobody();
        return newspaper.OpenReviewAsync(http.Request.Cookies[OpenReview.Cookie], clock.GetUtcNow(), stop);
    }

    /// <summary>What the link shows of its version: all of it, or the passages chosen for a source.</summary>
    internal static async Task<(ArticleContent Content, IReadOnlyList<Passage> Passages)> ShownByAsync(this Newspaper newspaper, ReviewLink link, CancellationToken stop)
    {
        var version = await newspaper.ArticleVersions.AsNoTracking().SingleAsync(row => row.Id == link.VersionId, stop);
        var passages = Passage.Of(version.Content);
        return (version.Content, link.Kind == ReviewKind.Source ? [.. passages.Where(passage => link.Passages.Contains(passage.Id))] : passages);
    }

    internal static async Task<IResult> AnswerAsync(ReviewLink link, Newspaper newspaper, CommentDesk desk, Problems problems, CancellationToken stop, (string, string)? typed = null)
    {
        var (content, passages) = await newspaper.ShownByAsync(link, stop);
        var edition = await newspaper.Articles.Where(row => row.Id == link.ArticleId).Join(newspaper.Editions, row => row.EditionId, row => row.Id, (_, row) => row).AsNoTracking().SingleAsync(stop);
        // His own words alone: what the newsroom answers in the same thread stays there.
        var said = (await desk.OfLinkAsync(link.ArticleId, link.PublicId, stop))
            .SelectMany(thread => thread.Comments.Where(one => one.LinkId == link.PublicId && one.DeletedAt is null).OrderBy(one => one.Id)
                .Select(one => new ReviewSaid(thread.Kind == AnchorKind.Block ? thread.Key : null, one.Text, one.WrittenAt))).ToList();
        return Page.Alone<ReadReviewPage, ReadReviewView>(
            new(link, edition.Name, edition.Language, link.Kind == ReviewKind.Source ? null : content, passages, said, await newspaper.ClockAsync(), problems, typed),
            problems.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
