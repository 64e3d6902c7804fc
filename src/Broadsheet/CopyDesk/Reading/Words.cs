namespace Broadsheet.CopyDesk.Reading;

/// <summary>Cuts a passage into words: Wang, Jong-un, don't, צה"ל, 5,000.</summary>
internal static class Words
{
    public static List<Word> Of(string text)
    {
        var words = new List<Word>(text.Length / 5);
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < text.Length && (Letters.IsInWord(text[at]) || Joins(text, at))) at++;
            words.Add(new(start, at - start, Letters.KeyOf(text.AsSpan(start, at - start)), char.IsUpper(text[start]), char.IsDigit(text[start])));
        }

        return words;
    }

    // An apostrophe, a hyphen between letters; a comma or full stop between digits; gershayim before the last letter.
    private static bool Joins(string text, int at)
    {
        if (at == 0 || at + 1 >= text.Length) return false;
        var (before, after) = (text[at - 1], text[at + 1]);
        if (Letters.IsStraightQuote(text[at]) || text[at] == '\u201D') return IsGershayim(text, at);
        if (Letters.IsApostrophe(text[at]) || text[at] is '\u05F3') return char.IsLetter(before) && char.IsLetter(after) || Letters.IsHebrew(before) && text[at] is '\u05F3';
        if (text[at] is '-' or '\u2010' or '\u2011') return char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after);
        return text[at] is ',' or '.' or '٫' or '٬' && char.IsDigit(before) && char.IsDigit(after);
    }

    /// <summary>
    /// Whether the sign stands inside a Hebrew abbreviation (צה"ל, מנכ"לית) and quotes nothing. After a prefix of one letter
    /// and before a whole word it does quote: ב"הארץ".
    /// </summary>
    public static bool IsGershayim(string text, int at)
    {
        if (at == 0 || at + 1 >= text.Length || !Letters.IsHebrew(text[at - 1]) || !Letters.IsHebrew(text[at + 1])) return false;
        var after = at + 1;
        while (after < text.Length && (Letters.IsHebrew(text[after]) || Letters.IsSilent(text[after]))) after++;
        var letters = after - at - 1;
        if (letters == 1) return true;

        var before = at - 1;
        while (before >= 0 && Letters.IsHebrew(text[before])) before--;
        return letters <= 4 && at - before - 1 >= 2 && !(after < text.Length && Letters.IsStraightQuote(text[after]));
    }
}
