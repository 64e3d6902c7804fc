using System.Globalization;
using System.Text;

namespace Broadsheet.Document.Folding;

/// <summary>
/// Brings words to one form, so that whoever types without accents, points, the right yeh or the right digits finds the same: for
/// search, and wherever two names are compared. Both databases get what comes out of here and fold nothing themselves.
/// </summary>
public static class FoldedText
{
    /// <summary>The word without case, accents, points and forms. Only letters, digits and the vowel signs without which some scripts cannot be read.</summary>
    public static string Of(ReadOnlySpan<char> word)
    {
        if (!Ascii.IsValid(word)) return Whole(word);

        var plain = new StringBuilder(word.Length);
        foreach (var letter in word)
        {
            if (char.IsAsciiLetterOrDigit(letter)) plain.Append(char.ToLowerInvariant(letter));
        }
        return plain.ToString();
    }

    private static string Whole(ReadOnlySpan<char> word)
    {
        // Halves of surrogate pairs would make Normalize throw.
        var valid = new StringBuilder(word.Length);
        foreach (var rune in word.EnumerateRunes()) valid.Append(rune.ToString());
        // Apart, changed, and together again: Korean syllables must be whole where others are searched by them.
        var apart = valid.ToString().Normalize(NormalizationForm.FormKD).ToLowerInvariant();
        var folded = new StringBuilder(apart.Length);
        var isCyrillic = false;
        foreach (var rune in apart.EnumerateRunes())
        {
            if (!IsLight(rune.Value)) isCyrillic = rune.Value is >= 0x400 and <= 0x52F;
            if (!IsDropped(rune, isCyrillic)) Append(folded, rune);
        }
        var together = folded.ToString().Normalize(NormalizationForm.FormC);
        return isCyrillic || together.Contains('е') ? together.Replace('ё', 'е') : together;
    }

    private static void Append(StringBuilder folded, Rune rune)
    {
        if (LetterForms.Of(rune.Value) is { } other) folded.Append(other);
        else if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber) folded.Append((int)Rune.GetNumericValue(rune));
        else if (IsKept(rune)) folded.Append(rune.ToString());
    }

    private static bool IsKept(Rune rune) => Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    // й is a letter of its own and no и with an accent; its breve stays.
    private static bool IsDropped(Rune rune, bool isCyrillic) => IsLight(rune.Value) && !(isCyrillic && rune.Value is 0x306 or 0x308);

    // Accents, Hebrew points, Arabic vowel signs and hamzas, the tatweel that only stretches; not the signs of Indian and Thai vowels, nor the Japanese dakuten.
    private static bool IsLight(int code) => code is >= 0x300 and <= 0x36F or >= 0x591 and <= 0x5C7 and not (0x5BE or 0x5C0 or 0x5C3 or 0x5C6)
        or >= 0x610 and <= 0x61A or >= 0x64B and <= 0x65F or 0x670 or >= 0x6D6 and <= 0x6DC or >= 0x6DF and <= 0x6E8 or >= 0x6EA and <= 0x6ED or 0x640 or >= 0x1AB0 and <= 0x1AFF or >= 0x1DC0 and <= 0x1DFF or >= 0x20D0 and <= 0x20FF or >= 0xFE00 and <= 0xFE0F;
}
