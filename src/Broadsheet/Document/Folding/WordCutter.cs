using System.Globalization;
using System.Text;

namespace Broadsheet.Document.Folding;

/// <summary>Finds where words begin and end.</summary>
internal static class WordCutter
{
    // Chinese, Japanese and Korean words are of two letters as a rule; those of Thai and its neighbours are longer, and written with vowel signs besides.
    private const int Short = 2, Long = 3;

    /// <summary>The next word from <paramref name="at"/> on; null at the end.</summary>
    internal static (int Start, int End, int Grams)? Next(string text, int at)
    {
        while (at < text.Length && !IsOfWord(RuneAt(text, at))) at += RuneAt(text, at).Utf16SequenceLength;
        if (at >= text.Length) return null;

        var (start, grams) = (at, GramsOf(RuneAt(text, at)));
        while (at < text.Length)
        {
            var rune = RuneAt(text, at);
            if (!(IsOfWord(rune) ? IsMark(rune) || GramsOf(rune) == grams : IsInside(text, at, rune))) break;
            at += rune.Utf16SequenceLength;
        }
        return (start, at, grams);
    }

    internal static Rune RuneAt(string text, int at) => Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out _) == System.Buffers.OperationStatus.Done ? rune : Rune.ReplacementChar;

    internal static bool IsHebrew(char letter) => letter is >= '\u0591' and <= '\u05F4';

    private static bool IsOfWord(Rune rune) => Rune.IsLetterOrDigit(rune) || IsMark(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // What stands between two letters of one word: an apostrophe, the Hebrew marks of an abbreviation, what joins or holds apart letters unseen.
    private static bool IsInside(string text, int at, Rune rune)
    {
        if (at == 0 || at + rune.Utf16SequenceLength >= text.Length || !IsOfWord(RuneAt(text, at + 1))) return false;
        return rune.Value switch
        {
            '\'' or '’' or 'ʼ' or '‘' or '′' or '׳' or 0xAD or 0x200B or 0x200C or 0x200D or 0x2060 => true,
            '"' or '״' or '”' or '“' => IsHebrew(text[at - 1]) && IsHebrew(text[at + 1]),
            _ => false,
        };
    }

    private static int GramsOf(Rune rune) => rune.Value switch
    {
        < 0xE00 => 0,
        <= 0xEFF or >= 0x1000 and <= 0x109F or >= 0x1780 and <= 0x17FF => Long,
        >= 0x1100 and <= 0x11FF or >= 0x2E80 and <= 0x2FDF or 0x3005 or 0x3006 or >= 0x3041 and <= 0x30FF or >= 0x3130 and <= 0x318F or >= 0x31F0 and <= 0x31FF => Short,
        >= 0x3400 and <= 0x4DBF or >= 0x4E00 and <= 0x9FFF or >= 0xAC00 and <= 0xD7AF or >= 0xF900 and <= 0xFAFF or >= 0xFF66 and <= 0xFF9F or >= 0x20000 and <= 0x323AF => Short,
        _ => 0,
    };
}
