namespace Broadsheet.Messages;

/// <summary>In what currency an edition takes gifts, what it suggests to give, and whom to ask: what its support page adds to its text. Each edition has its own.</summary>
public sealed record PaperSupport
{
    public SuggestedAmounts Amounts { get; init; } = SuggestedAmounts.None;

    /// <summary>The mail address of whoever answers those who want to give. May be empty.</summary>
    public string Contact { get; init; } = "";
}
