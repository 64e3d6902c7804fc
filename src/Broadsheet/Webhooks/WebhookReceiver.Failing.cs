namespace Broadsheet.Webhooks;

public sealed partial class WebhookReceiver
{
    /// <summary>After so long without a single success nothing more is sent until a person says so.</summary>
    public static readonly TimeSpan PausedAfter = TimeSpan.FromDays(5);

    // A receiver that is down is not asked about each of a hundred stories; one that is back waits no longer than this.
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(10), Outage = TimeSpan.FromMinutes(10);

    /// <summary>Paused by the program. What happens meanwhile waits.</summary>
    public DateTimeOffset? PausedAt { get; private set; }

    /// <summary>Since when nothing arrived; null: the last one did.</summary>
    public DateTimeOffset? FailingSince { get; private set; }

    /// <summary>In a row.</summary>
    public int Failures { get; private set; }

    /// <summary>Nothing is sent before.</summary>
    public DateTimeOffset? RestsUntil { get; private set; }

    /// <summary>Administrators know that something was given up; they are told again only after something arrived.</summary>
    public bool ToldOfGivingUp { get; internal set; }

    public bool IsHeardAt(DateTimeOffset now) => IsOn && PausedAt is null && !(RestsUntil > now);

    /// <returns>Whether it was away so long that what waits for its next attempt should not wait any more.</returns>
    public bool Arrived(DateTimeOffset now)
    {
        var wasAway = FailingSince <= now - Outage;
        (Failures, FailingSince, RestsUntil, ToldOfGivingUp) = (0, null, null, false);
        return wasAway;
    }

    /// <param name="isGone">It says that it will never be there again (410).</param>
    /// <returns>Whether it is paused from now on.</returns>
    public bool Failed(bool isGone, DateTimeOffset now)
    {
        Failures++;
        FailingSince ??= now;
        var rest = WebhookDelivery.PauseAfter(Failures);
        RestsUntil = now + (rest < LongestRest ? rest : LongestRest);
        if (PausedAt is not null || (!isGone && now - FailingSince < PausedAfter)) return false;

        PausedAt = now;
        return true;
    }

    /// <summary>A person says that it is there again.</summary>
    public void Resume() => (PausedAt, FailingSince, Failures, RestsUntil, ToldOfGivingUp) = (null, null, 0, null, false);
}
