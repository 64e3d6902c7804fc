using System.Globalization;
using System.Text;

namespace Broadsheet.CopyDesk.Reading;

/// <summary>What counts as what among characters of the four languages.</summary>
internal static class Letters
{
    public static bool IsHebrew(char letter) => letter is >= '\u05D0' and <= '\u05EA';

    public static bool IsArabic(char letter) => letter is >= '\u0620' and <= '\u064A' or >= '\u066E' and <= '\u06D3';

    /// <summary>Points of Hebrew, vowels of Arabic, tatweel, marks of direction: they do not make another word.</summary>
    public static bool IsSilent(char letter) =>
        letter is >= '\u0591' and <= '\u05C7' and not '\u05BE' or >= '\u064B' and <= '\u065F' or '\u0670' or '\u0640' or '\u200E' or '\u200F' or '\u00AD' or >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';

    public static bool IsInWord(char letter) => char.IsLetterOrDigit(letter) || IsSilent(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark;

    public static bool IsApostrophe(char letter) => letter is '\'' or '\u2019' or '\u02BC';

    public static bool IsStraightQuote(char letter) => letter is '"' or '\u05F4';

    public static bool IsSpace(char letter) => char.IsWhiteSpace(letter) || letter is '\u200B' or '\u200E' or '\u200F' or >= '\u2066' and <= '\u2069' or >= '\u202A' and <= '\u202E';

    public static string KeyOf(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[Math.Min(word.Length, 128)];
        var length = 0;
        foreach (var letter in word)
        {
            if (IsSilent(letter)) continue;
            if (length == buffer.Length) break;
            buffer[length++] = letter switch
            {
                '\u2019' or '\u02BC' or '\u05F3' => '\'',
                '\u05F4' or '\u201D' => '"',
                'أ' or 'إ' or 'آ' or 'ٱ' => 'ا',
                'ى' or 'ی' => 'ي',
                'ک' => 'ك',
                _ => char.ToLowerInvariant(letter),
            };
        }

        return new string(buffer[..length]);
    }

    /// <summary>The text as <see cref="KeyOf"/> writes each of its words.</summary>
    public static string[] KeysOf(string phrase) => [.. phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => KeyOf(word))];

    public static string WithoutAccents(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormD).Where(letter => char.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark));
}
