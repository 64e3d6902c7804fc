using Broadsheet.Articles;
using Broadsheet.Comments;
using Broadsheet.Notices;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Review;

/// <summary>Whoever made a link, and whose story it is, learns what comes by it.</summary>
internal static class ReviewNotices
{
    public const string Commented = "reviewCommented";
    public const string Approved = "reviewApproved";

    extension(Newspaper newspaper)
    {
        /// <summary>Saved with the comment. What a lawyer says stands in no notice: it would go out by mail, and not all of them may read it.</summary>
        public async Task TellOfCommentAsync(ReviewLink link, CommentThread thread, string words, DateTimeOffset now, CancellationToken stop)
        {
            var isOpen = thread.Class != CommentClass.Legal;
            var story = $"/newsroom/articles/{link.ArticleId}";
            await newspaper.TellAsync(Commented, link, isOpen ? $"{story}/comments#thread-{thread.PublicId}" : $"{story}/review", isOpen ? words.Trim() : "", now, stop);
        }

        /// <summary>Saved with the approval.</summary>
        public Task TellOfApprovalAsync(ReviewLink link, DateTimeOffset now, CancellationToken stop) =>
            newspaper.TellAsync(Approved, link, $"/newsroom/articles/{link.ArticleId}/review", link.Kind == ReviewKind.Lawyer ? "" : link.ApprovalNote, now, stop);

        private async Task TellAsync(string kind, ReviewLink link, string href, string detail, DateTimeOffset now, CancellationToken stop)
        {
            var article = await newspaper.Articles.AsNoTracking().SingleAsync(row => row.Id == link.ArticleId, stop);
            newspaper.Tell(kind, await newspaper.WritersOfAsync(article, stop, link.MadeBy), (null, link.Reader), article.WorkingHeadline, href, now, detail);
        }
    }
}
