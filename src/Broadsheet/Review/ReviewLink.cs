using Broadsheet.Accounts;
using Broadsheet.Comments;
using Broadsheet.Storage.Changes;
using Broadsheet.Web;

namespace Broadsheet.Review;

public enum ReviewKind
{
    /// <summary>Reads the whole story, comments in a class of comments of its own, approves.</summary>
    Lawyer,

    /// <summary>Reads the whole story, comments, approves.</summary>
    Translator,

    /// <summary>Reads chosen passages, his own quotations, and comments. Never approves.</summary>
    Source,
}

/// <summary>
/// A link by which somebody without an account reads one version of a story, or passages of it. It runs out, can be revoked, and each
/// opening is noted. The key itself is not kept.
/// </summary>
[StaysInNewsroom]
public sealed class ReviewLink
{
    public ReviewLink(long articleId, long versionId, ReviewKind kind, string reader, IReadOnlyList<string> passages, Secret secret, long madeBy, DateTimeOffset now, TimeSpan lifetime)
    {
        if (kind == ReviewKind.Source && passages.Count == 0) throw new RefusalException(Text.T("review.choosePassages"), StatusCodes.Status422UnprocessableEntity);
        (ArticleId, VersionId, Kind, Reader, SecretHash, MadeBy, CreatedAt, ExpiresAt) = (articleId, versionId, kind, reader, secret.Hash, madeBy, now, now + lifetime);
        Passages = kind == ReviewKind.Source ? passages : [];
    }

    private ReviewLink() { }

    public long Id { get; private set; }
    public Guid PublicId { get; private set; } = Guid.CreateVersion7();
    public long ArticleId { get; private set; }

    /// <summary>What is shown: the text as it stood when the link was made. What is typed later is shown to nobody outside.</summary>
    public long VersionId { get; private set; }

    public ReviewKind Kind { get; private set; }

    /// <summary>For whom it was made, as the newsroom calls them.</summary>
    public string Reader { get; private set; } = "";

    public byte[] SecretHash { get; private set; } = [];

    /// <summary>Ids of the blocks that a source is shown; empty: the whole story.</summary>
    public IReadOnlyList<string> Passages { get; private set; } = [];

    public long MadeBy { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? RevokedAt { get; private set; }
    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>What was said with the approval.</summary>
    public string ApprovalNote { get; private set; } = "";

    /// <summary>Whose comments come by it: a lawyer's are a class of their own.</summary>
    public CommentAuthor Author => CommentAuthor.ByLink(Reader, Kind == ReviewKind.Lawyer ? CommentClass.Legal : CommentClass.Guest, PublicId);

    public bool MayApprove => Kind != ReviewKind.Source;

    public bool IsGoodAt(DateTimeOffset now) => RevokedAt is null && now < ExpiresAt;

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;

    /// <returns>False: it was approved before.</returns>
    public bool Approve(string note, DateTimeOffset now)
    {
        if (!MayApprove) throw new RefusalException(Text.T("review.notYoursToApprove"), StatusCodes.Status403Forbidden);
        if (ApprovedAt is not null) return false;
        (ApprovedAt, ApprovalNote) = (now, note);
        return true;
    }
}

/// <summary>One opening of a link.</summary>
[StaysInNewsroom]
public sealed class ReviewOpening(long linkId, DateTimeOffset at, string address, string device)
{
    public long Id { get; private set; }
    public long LinkId { get; private set; } = linkId;
    public DateTimeOffset At { get; private set; } = at;
    public string Address { get; private set; } = address;
    public string Device { get; private set; } = device;
}
