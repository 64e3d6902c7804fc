using Broadsheet.Storage.Changes;

namespace Broadsheet.Notices;

/// <summary>One thing that a member of staff is told.</summary>
[StaysInNewsroom]
public sealed class Notice(long memberId, string kind, string by, string subject, string detail, string href, DateTimeOffset at)
{
    public long Id { get; private set; }
    public long MemberId { get; private set; } = memberId;

    /// <summary>The name of its <see cref="NoticeKind"/>.</summary>
    public string Kind { get; private set; } = kind;

    /// <summary>Who caused it, by the name at the time.</summary>
    public string By { get; private set; } = by;

    /// <summary>What it is about, such as a headline.</summary>
    public string Subject { get; private set; } = subject;

    public string Detail { get; private set; } = detail;

    /// <summary>Where it leads, in the newsroom.</summary>
    public string Href { get; private set; } = href;

    public DateTimeOffset At { get; private set; } = at;
    public DateTimeOffset? SeenAt { get; private set; }

    /// <summary>When it was put into a mail, or left out of all.</summary>
    public DateTimeOffset? MailedAt { get; private set; }
}

/// <summary>
/// A kind of notice; features add theirs. The text <c>notice.{Name}</c> says it, with {by} and {subject}, and <c>notice.{Name}.about</c> says
/// when one gets it.
/// </summary>
/// <param name="ByMail">Whether it comes by mail to who chose nothing.</param>
/// <param name="AtOnce">Its mail waits neither for her to see it here nor for what else comes.</param>
public sealed record NoticeKind(string Name, bool ByMail, bool AtOnce = false);

/// <summary>Which kinds somebody wants by mail, where it is not what the kind says by itself.</summary>
[StaysInNewsroom]
public sealed class NoticeChoice(long memberId)
{
    public long MemberId { get; private set; } = memberId;
    public IReadOnlyList<string> ByMail { get; set; } = [];
    public IReadOnlyList<string> NotByMail { get; set; } = [];

    public bool Wants(NoticeKind kind) => ByMail.Contains(kind.Name) || (kind.ByMail && !NotByMail.Contains(kind.Name));
}
