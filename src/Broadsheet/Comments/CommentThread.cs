using Broadsheet.Storage.Changes;
using Broadsheet.Web;
using static Broadsheet.Web.Text;

namespace Broadsheet.Comments;

/// <summary>
/// What was said about one place of a story. The place is kept by its anchor; the words that stood there when it was begun are
/// kept too, for the day on which they are gone.
/// </summary>
[StaysInNewsroom]
public sealed class CommentThread
{
    public CommentThread(long articleId, CommentAnchor anchor, string quote, CommentAuthor by, string text, DateTimeOffset now)
    {
        (ArticleId, Kind, Key, Class, BegunAt) = (articleId, anchor.Kind, anchor.Key, by.Class, now);
        Quote = quote.Length <= LongestQuote ? quote : quote[..(LongestQuote - 1)] + "…";
        Say(by, text, now);
    }

    private CommentThread() { }

    private const int LongestQuote = 600;

    public long Id { get; private set; }
    public Guid PublicId { get; private set; } = Guid.CreateVersion7();
    public long ArticleId { get; private set; }
    public AnchorKind Kind { get; private set; }
    public string Key { get; private set; } = "";
    public string Quote { get; private set; } = "";
    public CommentClass Class { get; private set; }
    public DateTimeOffset BegunAt { get; private set; }
    public DateTimeOffset? ResolvedAt { get; private set; }
    public string ResolvedBy { get; private set; } = "";
    public ICollection<Comment> Comments { get; private set; } = [];

    public CommentAnchor Anchor => new(Kind, Key);

    public bool IsResolved => ResolvedAt is not null;

    /// <summary>Says something. Whoever replies opens a thread again that was resolved.</summary>
    public Comment Say(CommentAuthor by, string text, DateTimeOffset now)
    {
        var comment = new Comment(by, text, now);
        Comments.Add(comment);
        if (IsResolved) Reopen();
        return comment;
    }

    public void Resolve(CommentAuthor by, DateTimeOffset now) => (ResolvedAt, ResolvedBy) = (ResolvedAt ?? now, IsResolved ? ResolvedBy : by.Name);

    public void Reopen() => (ResolvedAt, ResolvedBy) = (null, "");
}

/// <summary>One thing said in a thread.</summary>
[StaysInNewsroom]
public sealed class Comment
{
    public const int Longest = 4000;

    internal Comment(CommentAuthor by, string text, DateTimeOffset now) => (MemberId, LinkId, Name, Class, Text, WrittenAt) = (by.Member, by.Link, by.Name, by.Class, Checked(text), now);

    private Comment() { }

    public long Id { get; private set; }
    public Guid PublicId { get; private set; } = Guid.CreateVersion7();
    public long ThreadId { get; private set; }

    /// <summary>Null for somebody without an account.</summary>
    public long? MemberId { get; private set; }

    /// <summary>The link by which it came; null for staff.</summary>
    public Guid? LinkId { get; private set; }

    /// <summary>The name at the time.</summary>
    public string Name { get; private set; } = "";

    public CommentClass Class { get; private set; }
    public string Text { get; private set; } = "";
    public DateTimeOffset WrittenAt { get; private set; }
    public DateTimeOffset? EditedAt { get; private set; }

    /// <summary>A deleted comment loses its words and leaves its place: the replies to it must stay to be understood.</summary>
    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>Whether it is this person's own, which alone she may change.</summary>
    public bool IsBy(CommentAuthor author) => author.Member is { } member && member == MemberId;

    public void Edit(CommentAuthor by, string text, DateTimeOffset now)
    {
        DemandOwn(by);
        (Text, EditedAt) = (Checked(text), now);
    }

    public void Delete(CommentAuthor by, DateTimeOffset now)
    {
        DemandOwn(by);
        (Text, DeletedAt) = ("", now);
    }

    private void DemandOwn(CommentAuthor by)
    {
        if (!IsBy(by)) throw new RefusalException(T("comments.notYours"), StatusCodes.Status403Forbidden);
        if (DeletedAt is not null) throw new RefusalException(T("comments.gone"));
    }

    private static string Checked(string text)
    {
        var said = text.ReplaceLineEndings("\n").Trim();
        if (said.Length == 0) throw new EmptyCommentException(T("comments.empty"));
        return said.Length <= Longest ? said : throw new EmptyCommentException(T("comments.tooLong", ("most", Longest)));
    }
}

/// <summary>Nothing was said, or too much.</summary>
public sealed class EmptyCommentException(string message) : RefusalException(message, StatusCodes.Status422UnprocessableEntity);
