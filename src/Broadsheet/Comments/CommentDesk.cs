using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Document;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Web.Text;

namespace Broadsheet.Comments;

/// <summary>
/// What is said about a story, by staff and by whoever holds a link. Who may come to a story's comments at all is decided by the
/// endpoint; who sees which of them, here.
/// </summary>
public sealed class CommentDesk(Newspaper newspaper, TimeProvider clock)
{
    /// <summary>Begins a thread.</summary>
    /// <param name="quote">What the person saw there; the draft's own words count before it.</param>
    /// <exception cref="EmptyCommentException">Nothing was said.</exception>
    public async Task<CommentThread> BeginAsync(Article article, CommentAnchor anchor, string quote, CommentAuthor by, string text, CancellationToken stop)
    {
        var thread = new CommentThread(article.Id, anchor, WordsAt(anchor, article.Draft.Content) ?? quote, by, text, clock.GetUtcNow());
        newspaper.CommentThreads.Add(thread);
        await newspaper.TellOfAsync(article, thread, by, text, clock.GetUtcNow(), stop);
        await newspaper.SaveChangesAsync(stop);
        return thread;
    }

    /// <inheritdoc cref="BeginAsync"/>
    public async Task ReplyAsync(Article article, CommentThread thread, CommentAuthor by, string text, CancellationToken stop)
    {
        thread.Say(by, text, clock.GetUtcNow());
        await newspaper.TellOfAsync(article, thread, by, text, clock.GetUtcNow(), stop);
        await newspaper.SaveChangesAsync(stop);
    }

    /// <summary>
    /// What somebody says by a link: one thread a place, which goes on when more is said there. Whoever gave out the link saves it and
    /// tells whom it concerns.
    /// </summary>
    /// <param name="quote">The words that were shown, which may not be the draft's any more.</param>
    /// <exception cref="EmptyCommentException">Nothing was said, or too much.</exception>
    public async Task<CommentThread> SayByLinkAsync(long article, CommentAnchor anchor, string quote, CommentAuthor guest, string text, CancellationToken stop)
    {
        if ((await OfLinkAsync(article, guest.Link!.Value, stop)).FirstOrDefault(row => row.Anchor == anchor) is { } thread)
        {
            thread.Say(guest, text, clock.GetUtcNow());
            return thread;
        }

        thread = new CommentThread(article, anchor, quote, guest, text, clock.GetUtcNow());
        newspaper.CommentThreads.Add(thread);
        return thread;
    }

    public async Task ResolveAsync(CommentThread thread, bool isResolved, CommentAuthor by, CancellationToken stop)
    {
        if (isResolved) thread.Resolve(by, clock.GetUtcNow());
        else thread.Reopen();
        await newspaper.SaveChangesAsync(stop);
    }

    /// <summary>A thread of this story that this member of staff may see; a refusal where there is none.</summary>
    public async Task<CommentThread> FindAsync(long article, Guid id, Staff staff, CancellationToken stop) =>
        (await SeenByAsync(article, staff, stop)).SingleOrDefault(thread => thread.PublicId == id) ?? throw new RefusalException(T("comments.noThread"), StatusCodes.Status404NotFound);

    /// <summary>What is said about a story, as far as this member of staff may see it.</summary>
    public async Task<List<CommentThread>> SeenByAsync(long article, Staff staff, CancellationToken stop) =>
        [.. (await newspaper.CommentThreads.On(article).ToListAsync(stop)).Where(thread => MaySee(staff, thread.Class))];

    /// <summary>The threads that a link began. Whoever holds it sees what he said in them himself: a source reads no lawyer, and nobody outside the desk.</summary>
    public Task<List<CommentThread>> OfLinkAsync(long article, Guid link, CancellationToken stop) =>
        newspaper.CommentThreads.On(article).Where(thread => thread.Comments.Any(comment => comment.LinkId == link)).ToListAsync(stop);

    public static bool MaySee(Staff staff, CommentClass @class) => @class != CommentClass.Legal || staff.May(Permission.ReadLegalComments);

    /// <summary>The words at an anchor in the draft; null when they are gone, empty where it is the whole story.</summary>
    public static string? WordsAt(CommentAnchor anchor, ArticleContent content) => anchor.Kind switch
    {
        AnchorKind.Field => anchor.Key == "Standfirst" ? content.Standfirst : content.Headline,
        AnchorKind.Story => "",
        AnchorKind.Words => content.Body.Commented.GetValueOrDefault(anchor.Key),
        _ => content.Body.AllBlocks.FirstOrDefault(block => block.Id == anchor.Key) is { } block ? WordsOf(block) : null,
    };

    /// <summary>The words of a block, suggested ones and those that are to go included: as an editor sees it.</summary>
    public static string WordsOf(Block block) => string.Join('\n', BlockTree.All(block).OfType<TextBlock>().Select(text => string.Concat(text.Content.Select(run => (run as TextRun)?.Text ?? "\n"))));
}
