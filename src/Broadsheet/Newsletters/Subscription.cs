using Broadsheet.Storage.Changes;

namespace Broadsheet.Newsletters;

/// <summary>Why a subscription ended.</summary>
public enum Ending
{
    /// <summary>By the link in a mail, or her mail program's button.</summary>
    Link,

    /// <summary>On her own page.</summary>
    Account,

    Bounce,
    Complaint,
    Staff,

    /// <summary>She was asked whether she still wants it and did not answer.</summary>
    Silence,
}

/// <summary>That a reader gets a newsletter, or got it once: an ended one stays, so that no import puts her back on the list.</summary>
[StaysInNewsroom]
public sealed class Subscription
{
    public Subscription(long readerId, long newsletterId) => (ReaderId, NewsletterId) = (readerId, newsletterId);

    private Subscription() { }

    public long Id { get; private set; }

    /// <summary>What the link for leaving names.</summary>
    public Guid PublicId { get; private set; } = Guid.CreateVersion7();

    public long ReaderId { get; private set; }
    public long NewsletterId { get; private set; }

    /// <summary>Since when it runs without a break.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }
    public Ending? Ending { get; private set; }

    /// <summary>Each time she agreed, the oldest first.</summary>
    public List<Consent> Consents { get; private set; } = [];

    public bool IsActive => EndedAt is null;

    /// <summary>Begins it, or begins it again. One that runs goes on, with one more proof that she wants it.</summary>
    public void Start(Consent consent)
    {
        if (Consents.Count == 0 || !IsActive) StartedAt = consent.At;
        Consents.Add(consent);
        (EndedAt, Ending) = (null, null);
    }

    /// <summary>Ends it at once. One that has ended keeps its first reason.</summary>
    public void End(Ending why, DateTimeOffset now)
    {
        if (IsActive) (EndedAt, Ending) = (now, why);
    }
}

/// <summary>How somebody agreed.</summary>
public enum Confirmed
{
    /// <summary>By a button on the page that a mail to her address led to.</summary>
    ByMail,

    /// <summary>Signed in, on her own page.</summary>
    BySignIn,

    /// <summary>Elsewhere, before: brought along from another program.</summary>
    ByImport,

    /// <summary>Entered by somebody of the paper, who answers for it.</summary>
    ByStaff,
}

/// <summary>The proof that somebody wants a newsletter: when, where, to which words. Never changed; goes with the reader.</summary>
[StaysInNewsroom]
public sealed class Consent
{
    public Consent(DateTimeOffset at, Confirmed how, string page, string text)
    {
        (At, How) = (at, how);
        Page = page.Length <= LongestPage ? page : page[..LongestPage];
        Text = text;
    }

    private Consent() { }

    internal const int LongestPage = 500;

    public long Id { get; private set; }
    public long SubscriptionId { get; private set; }

    /// <summary>When she confirmed; of an import, when she did so there.</summary>
    public DateTimeOffset At { get; private set; }

    public Confirmed How { get; private set; }

    /// <summary>The page whose form she filled in, or the file she was read from.</summary>
    public string Page { get; private set; } = "";

    /// <summary>The words she agreed to, as she read them.</summary>
    public string Text { get; private set; } = "";
}
