namespace Broadsheet.Giving;

/// <summary>Where a reader was when she decided, as the link that she followed says; what it does not say is unknown, and never guessed.</summary>
/// <param name="Place">Where the button stood: "article", "front", "support", "newsletter"; empty: unknown.</param>
public sealed record Referral(Guid? Story, string Place, Guid? Message)
{
    public static Referral Unknown { get; } = new(null, "", null);

    /// <summary>Of an address or a form. What a stranger can write into it stays an id or a word of ours.</summary>
    public static Referral Read(string? story, string? place, string? message) =>
        new(Guid.TryParse(story, out var one) ? one : null, place is "article" or "front" or "support" or "newsletter" ? place : "", Guid.TryParse(message, out var other) ? other : null);
}
