using Broadsheet.Storage.Changes;

namespace Broadsheet.Newsletters.Issues;

/// <summary>How far an issue is. It goes forward only; from Sending to Paused and back.</summary>
public enum IssueState { Draft, Scheduled, Sending, Paused, Sent }

/// <summary>Why one that was to go by itself waits for a person.</summary>
public enum Waiting
{
    /// <summary>Its hour is long past, as after an outage: who wants the morning's news in the evening?</summary>
    Late,

    /// <summary>Its edition has no postal address.</summary>
    NoAddress,

    /// <summary>Somebody stopped all appeals and scheduled mail.</summary>
    Stopped,

    /// <summary>Too many of its mails came back, or too many readers complained.</summary>
    Bounces,
}

/// <summary>One issue of a newsletter: what is written in it, and how far it is on its way.</summary>
[StaysInNewsroom]
public sealed class Issue(long newsletterId, DateTimeOffset createdAt)
{
    /// <summary>How long after its hour one still goes out by itself.</summary>
    public static readonly TimeSpan Latest = TimeSpan.FromHours(2);

    public long Id { get; private set; }
    public Guid PublicId { get; private set; } = Guid.CreateVersion7(createdAt);
    public long NewsletterId { get; private set; } = newsletterId;
    public DateTimeOffset CreatedAt { get; private set; } = createdAt;
    /// <summary>Whether it made itself, by its newsletter's rules.</summary>
    public bool IsAutomatic { get; private set; }

    /// <summary>Empty: the headline of the first story that still stands when it goes out.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>What mailboxes show after the subject. Empty: the second headline.</summary>
    public string Preheader { get; private set; } = "";

    public string Intro { get; private set; } = "";

    /// <summary>Public id of the one above the words; null: none.</summary>
    public Guid? Picture { get; private set; }

    /// <summary>The articles' keys, in the order of the mail.</summary>
    public IReadOnlyList<long> Stories { get; private set; } = [];

    public Segment Segment { get; private set; } = Segment.All;

    public IssueState State { get; private set; }

    /// <summary>When it is to go out; null when nobody has said so.</summary>
    public DateTimeOffset? SendAt { get; private set; }

    /// <summary>Why it waits for a person, if it does not simply because it is a draft.</summary>
    public Waiting? WaitsFor { get; private set; }

    /// <summary>Somebody looked at what came back and let it go on.</summary>
    public bool IsSentAnyway { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Grows with every change and every act; whoever acts says which one she saw, so a double click is one act.</summary>
    public long Revision { get; private set; } = 1;

    /// <summary>One that fills itself.</summary>
    public static Issue Automatic(long newsletterId, IReadOnlyList<long> stories, DateTimeOffset now) => new(newsletterId, now) { IsAutomatic = true, Stories = stories };

    /// <summary>One of a single story that is not to wait for the next, made by hand.</summary>
    /// <param name="publicId">The form's: sent twice, it is one issue.</param>
    public static Issue Alert(Guid publicId, long newsletterId, string subject, string line, long story, DateTimeOffset now) =>
        new(newsletterId, now) { PublicId = publicId, Subject = subject, Intro = line, Stories = [story] };

    public bool IsDraft => State == IssueState.Draft;

    /// <summary>Whether there is something to send, and a subject for it.</summary>
    public bool IsReady => Stories.Count > 0 || (Subject.Length > 0 && Intro.Length > 0);

    public bool Change(string subject, string preheader, string intro, IReadOnlyList<long> stories, Segment segment, Guid? picture = null)
    {
        if (!IsDraft) return false;
        (Subject, Preheader, Intro, Stories, Segment, Picture) = (subject, preheader, intro, stories, segment, picture);
        Revision++;
        return true;
    }

    /// <summary>Has it go out at a time. False when it is no draft any more, or not ready.</summary>
    public bool Schedule(DateTimeOffset at) => IsReady && Go(IssueState.Draft, IssueState.Scheduled, () => (SendAt, WaitsFor) = (at, null));

    /// <summary>Makes a draft of it again, as long as nothing has gone out.</summary>
    public bool CallOff() => Go(IssueState.Scheduled, IssueState.Draft, () => SendAt = null);

    /// <summary>Has it wait for a person: one that was to go out is a draft again.</summary>
    public void Wait(Waiting why)
    {
        CallOff();
        WaitsFor = why;
    }

    public bool Start(DateTimeOffset now) => Go(IssueState.Scheduled, IssueState.Sending, () => StartedAt = now);

    public bool Pause() => Go(IssueState.Sending, IssueState.Paused, () => { });

    public bool Resume() => Go(IssueState.Paused, IssueState.Sending, () => (IsSentAnyway, WaitsFor) = (IsSentAnyway || WaitsFor == Waiting.Bounces, null));

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
