using Broadsheet.Storage.Changes;

namespace Broadsheet.Newsletters.Bounces;

public enum BounceKind
{
    /// <summary>There is no such mailbox, or it takes nothing from us, and never will.</summary>
    Hard,

    /// <summary>It could not be delivered this time: full, away, put off too often.</summary>
    Soft,

    /// <summary>Its owner called it unwanted.</summary>
    Complaint,
}

/// <summary>A mail of an issue that came back, or that somebody complained of.</summary>
/// <param name="key">Who says so and of which mail: told twice, it is one.</param>
[StaysInNewsroom]
public sealed class Bounce(string key, long deliveryId, byte[] addressHash, BounceKind kind, string problem, DateTimeOffset at)
{
    public const int LongestProblem = 500;

    public long Id { get; private set; }
    public string Key { get; private set; } = key;
    public long DeliveryId { get; private set; } = deliveryId;

    /// <summary><see cref="Readers.ReaderAddress.Hash"/>.</summary>
    public byte[] AddressHash { get; private set; } = addressHash;

    public BounceKind Kind { get; private set; } = kind;
    public string Problem { get; private set; } = problem.Length <= LongestProblem ? problem : problem[..LongestProblem];
    public DateTimeOffset At { get; private set; } = at;
}
