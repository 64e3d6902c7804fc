using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Notices;
using Broadsheet.Storage;
using Broadsheet.Today;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Web.Text;

namespace Broadsheet.Comments;

/// <summary>Open threads in which somebody else spoke last, on her own stories, where she spoke, or where she was named: a line a story.</summary>
internal sealed class CommentsWaiting(Newspaper newspaper, TimeProvider clock) : ITodayLines
{
    private const int Most = 60;

    // What nobody answered in two months is not waiting any more, it is lying about.
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(60);

    public async Task<IReadOnlyList<TodayLine>> ForAsync(Staff staff, CancellationToken stop)
    {
        if (staff.MemberId is not { } me || !staff.May(Permission.WriteArticles)) return [];
        var since = clock.GetUtcNow() - Fresh;
        var named = (await newspaper.Notices.AsNoTracking().Where(row => row.MemberId == me && row.Kind == CommentNotices.Mentioned && row.At > since).Select(row => row.Href).ToListAsync(stop))
            .Select(href => Guid.TryParse(href.Split("#thread-")[^1], out var thread) ? thread : Guid.Empty).ToHashSet();
        var visible = newspaper.Articles.AsNoTracking().VisibleTo(staff);
        var threads = (await newspaper.CommentThreads.AsNoTracking().Include(row => row.Comments)
            .Where(row => row.ResolvedAt == null && row.BegunAt > since
                && visible.Any(article => article.Id == row.ArticleId && (article.CreatedBy == me || article.AssignedTo == me || row.Comments.Any(comment => comment.MemberId == me) || named.Contains(row.PublicId))))
            .OrderByDescending(row => row.Id).Take(Most).AsSplitQuery().ToListAsync(stop))
            .Where(row => CommentDesk.MaySee(staff, row.Class)).Select(row => (Thread: row, Last: row.Comments.MaxBy(comment => comment.Id)!))
            .Where(row => row.Last.MemberId != me && row.Last.DeletedAt is null).ToList();

        var ids = threads.Select(row => row.Thread.ArticleId).ToHashSet();
        var headlines = await newspaper.Articles.AsNoTracking().Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.WorkingHeadline }).ToDictionaryAsync(row => row.Id, row => row.WorkingHeadline, stop);
        return [.. threads.GroupBy(row => row.Thread.ArticleId).Select(story => new TodayLine(
            headlines[story.Key] is { Length: > 0 } headline ? headline : T("article.untitled"),
            $"/newsroom/articles/{story.Key}/comments#thread-{story.MinBy(row => row.Last.WrittenAt).Thread.PublicId}",
            story.Count() == 1 ? T("comments.waiting.one", ("name", story.Single().Last.Name)) : T("comments.waiting", ("count", story.Count())),
            story.Min(row => row.Last.WrittenAt)))];
    }
}
