using System.Globalization;
using Broadsheet.Messages;

namespace Broadsheet.Giving;

/// <summary>What /give asks, as typed or as the address that led there says.</summary>
/// <param name="Amount">One of the suggested amounts, in whole units; "other" where it is typed.</param>
/// <param name="Typed">An amount of her own.</param>
public sealed record GivingForm(
    string Amount, string Typed, Frequency Frequency, bool CoversFee, string PublicName, string Note, string Dedication, string Story, string Place)
{
    public const string Other = "other";

    private const decimal Largest = 1_000_000;

    public static GivingForm Read(Func<string, string?> field) => new(
        Line(field, "amount"), Line(field, "typed"), Enum.TryParse<Frequency>(field("every"), ignoreCase: true, out var every) && Enum.IsDefined(every) ? every : Frequency.Once,
        field("fee") == "true", Line(field, "name"), Line(field, "note"), Line(field, "dedication"), Line(field, "story"), Line(field, "place"));

    public static GivingForm Of(DonationRequest request, Currency currency) => new(
        Other, Digits(currency, request.Minor), request.Frequency, false, request.Wish.PublicName, request.Wish.Note, request.Wish.Dedication, request.Wish.Story?.ToString() ?? "", request.Wish.Place);

    /// <summary>The amount in minor units, before a fee is added; null where nothing was chosen, or nothing that is an amount.</summary>
    public long? Minor(Currency currency)
    {
        var text = (Amount is Other or "" ? Typed : Amount).Trim().Replace(currency.Symbol, "", StringComparison.Ordinal).Trim();
        // Many write a comma before the cents; one before three digits parts thousands.
        if (text.Length - text.LastIndexOf(',') - 1 is 1 or 2) text = text.Replace(',', '.');
        const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands;
        return decimal.TryParse(Ascii(text), Style, CultureInfo.InvariantCulture, out var amount) && amount is > 0 and <= Largest ? currency.Minor(amount) : null;
    }

    public DonationWish Wish => new()
    {
        PublicName = PublicName,
        Note = Note,
        Dedication = Dedication,
        Story = Guid.TryParse(Story, out var story) ? story : null,
        // What a stranger can write into the address stays a word of ours.
        Place = Place is "article" or "front" or "support" or "newsletter" ? Place : "",
    };

    /// <summary>As it stands in a form and an address: digits and a point.</summary>
    public static string Digits(Currency currency, long minor) => currency.Whole(minor).ToString(currency.DigitsOf(minor), CultureInfo.InvariantCulture);

    // Arabic and Persian keyboards type digits of their own.
    private static string Ascii(string text) => string.Concat(text.Select(letter => char.IsDigit(letter) && !char.IsAsciiDigit(letter) ? (char)('0' + (int)char.GetNumericValue(letter)) : letter == '٫' ? '.' : letter));

    private static string Line(Func<string, string?> field, string name)
    {
        var text = (field(name) ?? "").Trim();
        return text.Length <= DonationWish.LongestText ? text : text[..DonationWish.LongestText];
    }
}
