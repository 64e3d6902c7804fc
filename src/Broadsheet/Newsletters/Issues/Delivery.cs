using Broadsheet.Storage.Changes;

namespace Broadsheet.Newsletters.Issues;

public enum DeliveryState
{
    Waiting,

    /// <summary>The mail server took it.</summary>
    HandedOver,

    /// <summary>The mail server said, at once or later, that there is no such mailbox.</summary>
    Bounced,

    /// <summary>She had left, or her address is written to no more, before it was her turn.</summary>
    Left,

    /// <summary>The mail server refused this mail, or asked to try again later so often that we do no more.</summary>
    GivenUp,
}

/// <summary>One issue for one subscriber: who gets it is decided when the sending begins, and written down.</summary>
[StaysInNewsroom]
public sealed class Delivery(long issueId, long subscriptionId, DateTimeOffset dueAt)
{
    public long Id { get; private set; }

    /// <summary>Its mail's Message-ID is made of it, the same at each attempt.</summary>
    public Guid PublicId { get; private set; } = Guid.CreateVersion7(dueAt);

    public long IssueId { get; private set; } = issueId;
    public long SubscriptionId { get; private set; } = subscriptionId;
    public DeliveryState State { get; private set; }
    public DateTimeOffset DueAt { get; private set; } = dueAt;
    public int Attempts { get; private set; }

    /// <summary>When it was handed over, or ended otherwise.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>What the mail server said.</summary>
    public string? Problem { get; private set; }
}
