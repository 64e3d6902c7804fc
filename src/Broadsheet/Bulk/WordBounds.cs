using System.Globalization;
using System.Text;

namespace Broadsheet.Bulk;

/// <summary>
/// Where words begin and end, by Unicode's rules (UAX 29, WB4–WB13), with what an editor means besides: "Wang's" holds the word Wang,
/// "l'ONU" the word ONU, while "don't" holds no "don", צה"ל no "צה" and 1,000 no "1".
/// </summary>
internal static class WordBounds
{
    private enum Kind { Other, Letter, Hebrew, Digit, Katakana, Joiner, MidLetter, MidNumber, MidBoth, Apostrophe, DoubleQuote, Mark, Format }

    // Words that lose their vowel before an apostrophe, in French, Italian and Catalan: what follows is a word.
    private static readonly HashSet<string> Elided = new(StringComparer.OrdinalIgnoreCase)
    {
        "l", "d", "j", "m", "n", "s", "t", "c", "qu", "jusqu", "lorsqu", "puisqu", "un", "dell", "all", "dall", "nell", "sull", "coll", "quell", "bell", "sant",
    };

    private const string Single = "'\u2018\u2019";

    public static bool IsBoundary(string text, int at)
    {
        if (at <= 0 || at >= text.Length) return true;
        if (char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1])) return false;

        // Marks belong to the letter before them; marks of direction are not seen.
        if (KindAt(text, at) == Kind.Mark) return false;
        var right = KindAt(text, at) == Kind.Format ? After(text, at) : at;
        var left = Before(text, at);
        if (left < 0 || right >= text.Length) return true;

        var (before, after) = (KindAt(text, left), KindAt(text, right));
        return !(IsLetter(before) && IsLetter(after)
            || IsLetter(before) && JoinsLetters(text, right)
            || IsLetter(after) && JoinsLetters(text, left)
            || (before == Kind.Digit || IsLetter(before)) && (after == Kind.Digit || before == Kind.Digit && IsLetter(after))
            || before == Kind.Digit && JoinsDigits(text, right)
            || after == Kind.Digit && JoinsDigits(text, left)
            || before == Kind.Katakana && after == Kind.Katakana
            || before == Kind.Joiner && after is Kind.Joiner or Kind.Letter or Kind.Hebrew or Kind.Digit or Kind.Katakana
            || after == Kind.Joiner && before is Kind.Letter or Kind.Hebrew or Kind.Digit or Kind.Katakana);
    }

    // Whether the sign stands inside a word and not between two.
    private static bool JoinsLetters(string text, int at)
    {
        var (left, right) = (Before(text, at), After(text, at));
        if (left < 0 || !IsLetter(KindAt(text, left))) return false;
        var isInside = right < text.Length && IsLetter(KindAt(text, right));
        return KindAt(text, at) switch
        {
            Kind.DoubleQuote => isInside && CopyDesk.Reading.Words.IsGershayim(text, at),
            Kind.MidLetter or Kind.MidBoth => isInside,
            Kind.Apostrophe when isInside => !IsPossessive(text, right) && !Elided.Contains(WordBefore(text, at)),
            Kind.Apostrophe => KindAt(text, left) == Kind.Hebrew && !IsQuotedFrom(text, at),
            _ => false,
        };
    }

    private static bool JoinsDigits(string text, int at)
    {
        var (left, right) = (Before(text, at), After(text, at));
        return KindAt(text, at) is Kind.MidNumber or Kind.MidBoth or Kind.Apostrophe
            && left >= 0 && right < text.Length && KindAt(text, left) == Kind.Digit && KindAt(text, right) == Kind.Digit;
    }

    private static bool IsPossessive(string text, int at) =>
        text[at] is 's' or 'S' && (After(text, at) is var next && (next >= text.Length || KindAt(text, next) is not (Kind.Letter or Kind.Hebrew or Kind.Digit or Kind.Joiner)));

    private static string WordBefore(string text, int at)
    {
        var start = at;
        while (start > 0 && KindAt(text, start - 1) is Kind.Letter or Kind.Mark) start--;
        return text[start..at];
    }

    // After a Hebrew letter it shortens a word (רח', עמ'), unless it closes what another has opened: 'שלום'.
    private static bool IsQuotedFrom(string text, int at)
    {
        var start = at - 1;
        while (start >= 0 && KindAt(text, start) is Kind.Hebrew or Kind.Mark or Kind.Format) start--;
        return start >= 0 && Single.Contains(text[start], StringComparison.Ordinal);
    }

    private static bool IsLetter(Kind kind) => kind is Kind.Letter or Kind.Hebrew;

    private static int Before(string text, int at)
    {
        do at -= at >= 2 && char.IsLowSurrogate(text[at - 1]) && char.IsHighSurrogate(text[at - 2]) ? 2 : 1;
        while (at >= 0 && KindAt(text, at) is Kind.Mark or Kind.Format);
        return at;
    }

    private static int After(string text, int at)
    {
        do at += char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
        while (at < text.Length && KindAt(text, at) is Kind.Mark or Kind.Format);
        return at;
    }

    private static Kind KindAt(string text, int at)
    {
        if (!Rune.TryGetRuneAt(text, at, out var rune)) return Kind.Other;
        return rune.Value switch
        {
            '\'' or 0x2018 or 0x2019 => Kind.Apostrophe,
            '"' or 0x201D or 0x05F4 => Kind.DoubleQuote,
            '.' or 0x2024 or 0xFE52 or 0xFF07 or 0xFF0E => Kind.MidBoth,
            0x00B7 or 0x0387 or 0x055F or 0x2027 => Kind.MidLetter,
            ',' or ';' or 0x037E or 0x0589 or 0x060C or 0x060D or 0x066B or 0x066C or 0x07F8 or 0x2044 => Kind.MidNumber,
            // The zero-width space parts words.
            0x200B => Kind.Other,
            >= 0x30A0 and <= 0x30FF or >= 0x31F0 and <= 0x31FF or >= 0xFF66 and <= 0xFF9F => Kind.Katakana,
            >= 0x05D0 and <= 0x05F3 => Kind.Hebrew,
            // Written without spaces: only a dictionary knows their words.
            >= 0x2E80 and <= 0x309F or >= 0x3400 and <= 0x4DBF or >= 0x4E00 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x3FFFF
                or >= 0x0E00 and <= 0x0EFF or >= 0x1000 and <= 0x109F or >= 0x1780 and <= 0x17FF => Kind.Other,
            _ => Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => Kind.Mark,
                UnicodeCategory.Format => Kind.Format,
                UnicodeCategory.DecimalDigitNumber => Kind.Digit,
                UnicodeCategory.ConnectorPunctuation => Kind.Joiner,
                UnicodeCategory.LetterNumber or UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                    or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => Kind.Letter,
                _ => Kind.Other,
            },
        };
    }
}
