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

    /// <summary>Guests see their own class alone: a source reads no lawyer, a lawyer no desk.</summary>
    public async Task<List<CommentThread>> SeenByAsync(long article, CommentAuthor guest, CancellationToken stop) =>
        [.. (await newspaper.CommentThreads.On(article).ToListAsync(stop)).Where(thread => thread.Class == guest.Class && thread.Comments.Any(comment => comment.Name == guest.Name))];

    private static bool MaySee(Staff staff, CommentClass @class) => @class != CommentClass.Legal || staff.May(Permission.ReadLegalComments);

    /// <summary>The words at an anchor in the draft; null when they are gone.</summary>
    public static string? WordsAt(CommentAnchor anchor, ArticleContent content) => anchor.Kind switch
    {
        AnchorKind.Field => anchor.Key == "Standfirst" ? content.Standfirst : content.Headline,
        AnchorKind.Words => content.Body.Commented.GetValueOrDefault(anchor.Key),
        _ => content.Body.AllBlocks.FirstOrDefault(block => block.Id == anchor.Key) is { } block ? WordsOf(block) : null,
    };

    /// <summary>The words of a block, suggested ones and those that are to go included: as an editor sees it.</summary>
    public static string WordsOf(Block block) => string.Join('\n', BlockTree.All(block).OfType<TextBlock>().Select(text => string.Concat(text.Content.Select(run => (run as TextRun)?.Text ?? "\n"))));
}
