using System.Collections.Frozen;
using System.Globalization;

namespace Broadsheet.Messages;

/// <summary>A currency in use somewhere, by its ISO 4217 code.</summary>
/// <param name="Symbol">What most places that use it print.</param>
public sealed record Currency(string Code, string Symbol)
{
    // ISO 4217, list one, of 2026-01-01: those whose smallest unit is not a hundredth. Not from the machine's
    // language data, which rounds some to whole units: what is stored must mean the same on every machine.
    private static readonly FrozenSet<string> Undivided =
        new[] { "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF" }.ToFrozenSet();

    private static readonly FrozenSet<string> InThousandths = new[] { "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND" }.ToFrozenSet();

    private const decimal Largest = 1_000_000;

    private static readonly FrozenDictionary<string, Currency> Known = CultureInfo.GetCultures(CultureTypes.SpecificCultures)
        .Select(culture => culture.Name).Where(name => name.Length > 3 && name[^3] == '-').Select(name => new RegionInfo(name))
        .Where(region => region.ISOCurrencySymbol is { Length: 3 } code && code.All(char.IsAsciiLetterUpper))
        .GroupBy(region => region.ISOCurrencySymbol)
        .Select(places => new Currency(places.Key, places.GroupBy(region => region.CurrencySymbol).MaxBy(same => same.Count())!.Key))
        .ToFrozenDictionary(currency => currency.Code, StringComparer.OrdinalIgnoreCase);

    public int Digits => Undivided.Contains(Code) ? 0 : InThousandths.Contains(Code) ? 3 : 2;

    private long Unit => Digits switch { 0 => 1, 3 => 1000, _ => 100 };

    public static Currency? Find(string code) => Known.GetValueOrDefault(code);

    public decimal Whole(long minor) => minor / (decimal)Unit;

    /// <summary>Null when the currency has no coin that small.</summary>
    public long? Minor(decimal amount) => amount * Unit is var minor && minor == decimal.Truncate(minor) ? (long)minor : null;

    /// <summary>As it stands in a field and an address: digits and a point, <c>5</c>, <c>7.50</c>.</summary>
    public string Typed(long minor) => Whole(minor).ToString(DigitsOf(minor), CultureInfo.InvariantCulture);

    /// <summary>An amount as people type it, in minor units: with the symbol, with a comma before the cents or between thousands, in Arabic or Persian digits.</summary>
    /// <param name="most">In whole units; by default what one gift can be.</param>
    /// <returns>Null: it is no amount above zero and up to that.</returns>
    public long? Read(string typed, decimal most = Largest)
    {
        var text = typed.Trim().Replace(Symbol, "", StringComparison.Ordinal).Trim();
        // Many write a comma before the cents; one before three digits parts thousands.
        if (text.Length - text.LastIndexOf(',') - 1 is 1 or 2) text = text.Replace(',', '.');
        const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands;
        return decimal.TryParse(Ascii(text), Style, CultureInfo.InvariantCulture, out var amount) && amount > 0 && amount <= most ? Minor(amount) : null;
    }

    // Arabic and Persian keyboards type digits of their own.
    private static string Ascii(string text) => string.Concat(text.Select(letter => char.IsDigit(letter) && !char.IsAsciiDigit(letter) ? (char)('0' + (int)char.GetNumericValue(letter)) : letter == '٫' ? '.' : letter));

    /// <summary>How to print an amount as a number: round ones without their cents.</summary>
    public string DigitsOf(long minor) => minor % Unit == 0 ? "F0" : $"F{Digits}";

    /// <summary><c>€5</c> in English, <c>5 €</c> in French. A symbol of letters would be read in its own language alone: the code stands for it.</summary>
    public string Print(long minor, string language)
    {
        var numbers = (NumberFormatInfo)CultureInfo.GetCultureInfo(language).NumberFormat.Clone();
        if (Symbol.Any(char.IsLetter)) return $"{Code}\u00A0{Whole(minor).ToString(DigitsOf(minor).Replace('F', 'N'), numbers)}";

        numbers.CurrencySymbol = Symbol;
        return Whole(minor).ToString(DigitsOf(minor).Replace('F', 'C'), numbers);
    }
}
