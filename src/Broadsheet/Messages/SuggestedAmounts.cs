using System.Globalization;

namespace Broadsheet.Messages;

/// <summary>What the support page suggests to give.</summary>
/// <param name="Currency">ISO 4217; empty while nothing is suggested.</param>
/// <param name="Minor">In the currency's smallest unit.</param>
public sealed record SuggestedAmounts(string Currency, IReadOnlyList<long> Minor)
{
    public const int Most = 12;

    private const decimal Largest = 10_000_000;

    public static SuggestedAmounts None { get; } = new("", []);

    /// <summary>As they are typed: <c>5, 10, 7.50</c>.</summary>
    public string Typed => Messages.Currency.Find(Currency) is { } currency
        ? string.Join(", ", Minor.Select(currency.Typed)) : "";

    /// <summary>As readers of a language write them.</summary>
    public IReadOnlyList<string> In(string language) =>
        Messages.Currency.Find(Currency) is { } currency ? [.. Minor.Select(amount => currency.Print(amount, language))] : [];

    /// <summary>Null when something typed is no amount of this currency.</summary>
    public static SuggestedAmounts? Read(string typed, Currency currency)
    {
        var amounts = new List<long>();
        foreach (var word in typed.Split([',', ';', '،', ' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!decimal.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) || amount is <= 0 or > Largest) return null;
            if (currency.Minor(amount) is not { } minor) return null;
            amounts.Add(minor);
        }
        return amounts.Count <= Most ? new(currency.Code, [.. amounts.Distinct()]) : null;
    }
}
