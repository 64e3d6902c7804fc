namespace Broadsheet.CopyDesk.Reading;

/// <summary>
/// What is said inside quotation marks. A quotation over several paragraphs opens each of them and closes the last;
/// gershayim, '90s and 5'10" quote nothing. Single marks quote, but one that has no partner is an apostrophe.
/// </summary>
internal sealed class Quoting(bool isHebrewOrArabic)
{
    private (PassageReading Passage, int At)? open;
    private char opener;

    public void Read(PassageReading passage)
    {
        var text = passage.Text;
        var start = -1;
        if (open is { } before)
        {
            // Carried over from the paragraph above, if this one opens again.
            var first = text.AsSpan().IndexOfAnyExcept(" \u00A0\t\u200E\u200F");
            if (first >= 0 && IsOpener(text[first], first, text, isOpen: false)) (open, start, opener) = ((passage, first), first, text[first]);
            else
            {
                before.Passage.Faults.Add(new(before.At, 1));
                open = null;
            }
        }

        for (var at = start + 1; at < text.Length; at++)
        {
            var sign = text[at];
            if (open is null && IsOpener(sign, at, text, isOpen: false)) (open, start, opener) = ((passage, at), at, sign);
            else if (open is not null && Closes(sign, at, text))
            {
                passage.Quotes.Add(new(start, at + 1 - start));
                open = null;
            }
            else if (open is not null && IsOpener(sign, at, text, isOpen: true) && opener == sign && sign is '“' or '«')
            {
                // Opened twice: the first never closed.
                if (opener == sign && start >= 0 && open is not null && !isHebrewOrArabic && sign == '“')
                {
                    passage.Faults.Add(new(start, 1));
                    (open, start) = ((passage, at), at);
                }
            }
            else if (open is null && sign is '”' or '»' && !isHebrewOrArabic && !IsInches(text, at)) passage.Faults.Add(new(at, 1));
        }

        if (open is not null) passage.Quotes.Add(new(start, text.Length - start));
        ReadSingles(passage);
    }

    /// <summary>No passage follows: what is still open was never closed.</summary>
    public void End()
    {
        if (open is { } never) never.Passage.Faults.Add(new(never.At, 1));
        open = null;
    }

    private bool IsOpener(char sign, int at, string text, bool isOpen)
    {
        if (sign is '“' or '«' or '„') return true;
        if (sign == '”') return isHebrewOrArabic && !Words.IsGershayim(text, at) && !isOpen;
        return !isOpen && Letters.IsStraightQuote(sign) && !Words.IsGershayim(text, at) && !IsInches(text, at);
    }

    private bool Closes(char sign, int at, string text) => opener switch
    {
        '«' => sign == '»',
        '"' or '\u05F4' => Letters.IsStraightQuote(sign) && !Words.IsGershayim(text, at) && !IsFeetAndInches(text, at),
        _ => sign == '”' || sign == '“' && (opener == '„' || isHebrewOrArabic) || isHebrewOrArabic && Letters.IsStraightQuote(sign) && !Words.IsGershayim(text, at),
    };

    private static bool IsInches(string text, int at) => at > 0 && char.IsDigit(text[at - 1]) || at > 0 && text[at - 1] is '½' or '¼' or '¾';

    // Inside a quotation "… in 1990" closes it, while 5'10" does not.
    private static bool IsFeetAndInches(string text, int at)
    {
        var start = at;
        while (start > 0 && (char.IsDigit(text[start - 1]) || text[start - 1] is '½' or ' ')) start--;
        return start < at && start > 1 && Letters.IsApostrophe(text[start - 1]) && char.IsDigit(text[start - 2]);
    }

    private static void ReadSingles(PassageReading passage)
    {
        var text = passage.Text;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is not ('‘' or '\'') || passage.IsQuoted(at)) continue;
            if (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || Letters.IsHebrew(text[at - 1])) || at + 1 >= text.Length || !char.IsLetter(text[at + 1])) continue;
            if (Partner(text, at) is { } end) (passage.Quotes, at) = ([.. passage.Quotes, new(at, end + 1 - at)], end);
        }
    }

    private static int? Partner(string text, int open)
    {
        int? found = null;
        for (var at = open + 2; at < text.Length; at++)
        {
            if (text[at] is '‘' || text[at] == '\'' && char.IsWhiteSpace(text[at - 1])) break;
            if (!Letters.IsApostrophe(text[at]) || at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1])) continue;
            found = at;
            // After a full stop or comma it closes for certain; after an s it may be the workers' own.
            if (char.IsPunctuation(text[at - 1]) || text[at - 1] != 's') break;
        }

        return found;
    }
}
