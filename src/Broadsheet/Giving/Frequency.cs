namespace Broadsheet.Giving;

/// <summary>How often somebody gives.</summary>
public enum Frequency
{
    Once,
    Monthly,
    Yearly,
}
