using Broadsheet.Storage.Changes;

namespace Broadsheet.Newsletters.Issues;

/// <summary>How far an issue is. It goes forward only; from Sending to Paused and back.</summary>
public enum IssueState { Draft, Scheduled, Sending, Paused, Sent }

/// <summary>One issue of a newsletter: what is written in it, and how far it is on its way.</summary>
[StaysInNewsroom]
public sealed class Issue(long newsletterId, DateTimeOffset createdAt)
{
    public long Id { get; private set; }
    public Guid PublicId { get; private set; } = Guid.CreateVersion7(createdAt);
    public long NewsletterId { get; private set; } = newsletterId;
    public DateTimeOffset CreatedAt { get; private set; } = createdAt;
    public string Subject { get; private set; } = "";

    /// <summary>What mailboxes show after the subject.</summary>
    public string Preheader { get; private set; } = "";

    public string Intro { get; private set; } = "";

    /// <summary>Where the sender can be reached by post; the law of many countries wants it in each bulk mail.</summary>
    public string PostalAddress { get; private set; } = "";

    /// <summary>The articles' keys, in the order of the mail.</summary>
    public IReadOnlyList<long> Stories { get; private set; } = [];

    public IssueState State { get; private set; }

    /// <summary>When it is to go out; null when nobody has said so.</summary>
    public DateTimeOffset? SendAt { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Grows with every change and every act; whoever acts says which one she saw, so a double click is one act.</summary>
    public long Revision { get; private set; } = 1;

    public bool IsDraft => State == IssueState.Draft;

    /// <summary>Whether nothing is missing that each mail must have.</summary>
    public bool IsReady => Subject.Length > 0 && PostalAddress.Length > 0 && (Stories.Count > 0 || Intro.Length > 0);

    public bool Change(string subject, string preheader, string intro, string postalAddress, IReadOnlyList<long> stories)
    {
        if (!IsDraft) return false;
        (Subject, Preheader, Intro, PostalAddress, Stories) = (subject, preheader, intro, postalAddress, stories);
        Revision++;
        return true;
    }

    /// <summary>Has it go out at a time. False when it is no draft any more, or not ready.</summary>
    public bool Schedule(DateTimeOffset at) => IsReady && Go(IssueState.Draft, IssueState.Scheduled, () => SendAt = at);

    /// <summary>Makes a draft of it again, as long as nothing has gone out.</summary>
    public bool CallOff() => Go(IssueState.Scheduled, IssueState.Draft, () => SendAt = null);

    public bool Start(DateTimeOffset now) => Go(IssueState.Scheduled, IssueState.Sending, () => StartedAt = now);

    public bool Pause() => Go(IssueState.Sending, IssueState.Paused, () => { });

    public bool Resume() => Go(IssueState.Paused, IssueState.Sending, () => { });

    public bool Finish(DateTimeOffset now) => Go(IssueState.Sending, IssueState.Sent, () => EndedAt = now);

    private bool Go(IssueState from, IssueState to, Action note)
    {
        if (State != from) return false;
        note();
        State = to;
        Revision++;
        return true;
    }
}
