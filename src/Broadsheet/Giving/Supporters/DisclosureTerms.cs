namespace Broadsheet.Giving.Supporters;

/// <summary>From what sum of a year on the law has an edition name a giver.</summary>
public sealed record DisclosureTerms
{
    /// <summary>Who gave more than this in a calendar year, in minor units; 0: no law asks for it.</summary>
    public long LimitMinor { get; init; }

    /// <summary>ISO 4217: gifts in this currency are counted.</summary>
    public string Currency { get; init; } = "";

    /// <summary>Which law it is, in the edition's language, for readers.</summary>
    public string Law { get; init; } = "";

    public Money Limit => new(LimitMinor, Currency);
}
