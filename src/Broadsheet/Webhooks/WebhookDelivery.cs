using Broadsheet.Storage.Changes;

namespace Broadsheet.Webhooks;

public enum DeliveryState
{
    Waiting,
    Arrived,

    /// <summary>Given up after three days of attempts. It can be sent again by hand.</summary>
    Failed,
}

/// <summary>One message on its way to one receiver.</summary>
[StaysInNewsroom]
public sealed class WebhookDelivery
{
    /// <summary>How long it is tried.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);

    public WebhookDelivery(long receiver, WebhookMessage message, DateTimeOffset dueAt) => (ReceiverId, Message, StoryId, DueAt) = (receiver, message, message.StoryId, dueAt);

    private WebhookDelivery() { }

    public long Id { get; private set; }
    public long ReceiverId { get; private set; }
    public long MessageId { get; private set; }
    public WebhookMessage Message { get; private set; } = null!;

    /// <summary>The message's, beside the receiver: a later event of a story waits for the earlier.</summary>
    public long StoryId { get; private set; }

    public DeliveryState State { get; private set; }
    public DateTimeOffset DueAt { get; internal set; }

    /// <summary>Who sends it has it until then; afterwards she is taken for dead.</summary>
    public DateTimeOffset? HeldUntil { get; internal set; }

    /// <summary>How often it was begun; whoever notes an outcome says of which attempt. Only grows.</summary>
    public int Attempts { get; internal set; }

    /// <summary>How often it failed, this time.</summary>
    public int Failures { get; private set; }

    /// <summary>Since when it is tried, this time.</summary>
    public DateTimeOffset? TriedSince { get; private set; }

    public DateTimeOffset? ArrivedAt { get; private set; }

    public bool IsTest => StoryId == 0;

    public void Arrived(DateTimeOffset now) => (State, ArrivedAt, HeldUntil) = (DeliveryState.Arrived, now, null);

    public void NotArrived(DateTimeOffset now)
    {
        (TriedSince, HeldUntil, Failures) = (TriedSince ?? now, null, Failures + 1);
        // Whoever presses "test" looks at what comes of it; nobody wants it tomorrow.
        if (IsTest || now - TriedSince >= Patience) State = DeliveryState.Failed;
        else DueAt = now + PauseAfter(Failures);
    }

    /// <summary>Sends it once more, with three days before it, whatever became of it.</summary>
    public void Replay(DateTimeOffset now) => (State, DueAt, TriedSince, Failures) = (DeliveryState.Waiting, now, null, 0);

    /// <summary>
    /// 5 s, 15 s, 45 s … 6 h, each up to a fifth longer or shorter, so that what failed together does not come back together.
    /// </summary>
    internal static TimeSpan PauseAfter(int failures)
    {
        var pause = TimeSpan.FromSeconds(5 * Math.Pow(3, Math.Min(failures - 1, 10)));
        return (pause < LongestPause ? pause : LongestPause) * (0.8 + Random.Shared.NextDouble() * 0.4);
    }
}

/// <summary>One attempt and what came of it. Only added to.</summary>
[StaysInNewsroom]
public sealed class WebhookAttempt(long deliveryId, DateTimeOffset at, int? status, int milliseconds, string answer, string? problem)
{
    public long Id { get; private set; }
    public long DeliveryId { get; private set; } = deliveryId;
    public DateTimeOffset At { get; private set; } = at;

    /// <summary>Null: there was no answer.</summary>
    public int? Status { get; private set; } = status;

    public int Milliseconds { get; private set; } = milliseconds;

    /// <summary>The first kilobyte of it.</summary>
    public string Answer { get; private set; } = answer;

    /// <summary>Why there was none.</summary>
    public string? Problem { get; private set; } = problem;
}
