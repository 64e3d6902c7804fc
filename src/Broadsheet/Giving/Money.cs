
namespace Broadsheet.Giving;

/// <summary>An amount of one currency.</summary>
/// <param name="Minor">In the currency's smallest unit: cents, agorot, whole yen.</param>
/// <param name="Currency">ISO 4217, in capitals.</param>
public readonly record struct Money(long Minor, string Currency)
{
    /// <summary>As readers of a language write it: <c>€5</c>.</summary>
    public string In(string language) => Messages.Currency.Find(Currency) is { } known ? known.Print(Minor, language) : $"{Currency} {Minor}";

    /// <summary>Digits and a point alone, for files: <c>5.00</c>.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Plain => Messages.Currency.Find(Currency) is { } known
        ? known.Whole(Minor).ToString($"F{known.Digits}", System.Globalization.CultureInfo.InvariantCulture)
        : Minor.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static Money operator -(Money money) => money with { Minor = -money.Minor };
}
