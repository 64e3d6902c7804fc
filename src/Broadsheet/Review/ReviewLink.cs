using Broadsheet.Accounts;
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

    public bool MayApprove => Kind != ReviewKind.Source;

    public bool IsGoodAt(DateTimeOffset now) => RevokedAt is null && now < ExpiresAt;

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;

    public void Approve(string note, DateTimeOffset now)
    {
        if (!MayApprove) throw new RefusalException(Text.T("review.notYoursToApprove"), StatusCodes.Status403Forbidden);
        if (ApprovedAt is not null) return;
        (ApprovedAt, ApprovalNote) = (now, note);
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

/// <summary>What somebody outside said of a passage, or of the whole. A lawyer's comments are a class of their own.</summary>
[StaysInNewsroom]
public sealed class ReviewComment(long linkId, long articleId, ReviewKind kind, string? blockId, string passage, string words, DateTimeOffset at)
{
    public long Id { get; private set; }
    public long LinkId { get; private set; } = linkId;
    public long ArticleId { get; private set; } = articleId;
    public ReviewKind Kind { get; private set; } = kind;

    /// <summary>The block that it is about; null: the whole.</summary>
    public string? BlockId { get; private set; } = blockId;

    /// <summary>How that passage began when it was said.</summary>
    public string Passage { get; private set; } = passage;

    public string Words { get; private set; } = words;
    public DateTimeOffset At { get; private set; } = at;
    public DateTimeOffset? DoneAt { get; private set; }
    public long? DoneBy { get; private set; }

    public void Done(long by, DateTimeOffset now) => (DoneBy, DoneAt) = (DoneBy ?? by, DoneAt ?? now);
}

/// <summary>Somebody outside commented or approved. Whoever tells staff of things listens.</summary>
public sealed record ReviewAnswered(long Article, long MadeBy);
