namespace Broadsheet.Pictures;

public sealed partial class Picture
{
    public Credit Credit { get; set; } = Credit.None;

    /// <summary>Who let the picture out without a credit, when and why. It stays on record when a credit is found later.</summary>
    public CreditOverride? CreditOverride { get; private set; }

    /// <summary>Without this a picture cannot be published.</summary>
    public bool HasCredit => Credit.IsGiven || CreditOverride is not null;

    /// <exception cref="ArgumentException">No reason was given.</exception>
    public void AllowWithoutCredit(string reason, long by, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        CreditOverride = new CreditOverride(reason.Trim(), by, now);
        Remember();
    }
}

public sealed record CreditOverride(string Reason, long By, DateTimeOffset At);

/// <summary>A picture was let out without a credit: for the log and for who watches over rights.</summary>
public sealed record CreditOverridden(long Picture);
