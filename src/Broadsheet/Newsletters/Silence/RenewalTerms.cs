namespace Broadsheet.Newsletters.Silence;

/// <summary>Whether readers who were silent for a year are asked if they still want what they get.</summary>
public sealed record RenewalTerms
{
    public bool IsOn { get; init; } = true;
}
