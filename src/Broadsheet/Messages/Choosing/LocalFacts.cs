namespace Broadsheet.Messages.Choosing;

/// <summary>Where a reader's browser may remember what it needs to choose a message: how often she came, what she has seen.</summary>
public sealed record LocalFacts
{
    /// <summary>ISO 3166 codes of countries in which it keeps nothing. With any here, whoever comes from nobody knows where keeps nothing either.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <param name="country">As the CDN says; empty: it does not.</param>
    public bool AreKeptIn(string country) => Without.Count == 0 || (country.Length > 0 && !Without.Contains(country));
}
