using System.Globalization;

namespace Broadsheet.Print.Lines;

/// <summary>
/// Where a line may end: after spaces, after a hyphen or dash between letters, after a slash in an address, and between Chinese and Japanese
/// characters. It is the part of UAX #14 that letters and receipts need; who wants Thai needs a dictionary.
/// </summary>
internal static class LineBreaks
{
    /// <summary>The pieces of a paragraph that must not be torn: each word with the spaces after it.</summary>
    public static List<(int Start, int End)> PiecesOf(string text)
    {
        var pieces = new List<(int, int)>();
        var start = 0;
        for (var i = 1; i < text.Length; i++)
        {
            if (!MayBreakBefore(text, i)) continue;

            pieces.Add((start, i));
            start = i;
        }

        if (start < text.Length) pieces.Add((start, text.Length));
        return pieces;
    }

    /// <summary>A piece that is wider than the line is torn between any two letters.</summary>
    public static List<(int Start, int End)> LettersOf(string text, int start, int end)
    {
        var letters = new List<(int, int)>();
        while (start < end)
        {
            var length = StringInfo.GetNextTextElementLength(text.AsSpan(start, end - start));
            letters.Add((start, start + length));
            start += length;
        }

        return letters;
    }

    public static bool IsSpace(char character) => character is ' ' or '\t' or '\u3000' or '\u200B' or (>= '\u2000' and <= '\u200A' and not '\u2007');

    private static bool MayBreakBefore(string text, int i)
    {
        var (before, after) = (text[i - 1], text[i]);
        if (IsSpace(after)) return false;
        if (IsSpace(before)) return true;
        if (IsIdeograph(before) || IsIdeograph(after)) return !Opens(before) && !Closes(after);

        return before switch
        {
            '-' or '\u2010' or '\u05BE' or '/' => i > 1 && char.IsLetter(text[i - 2]) && char.IsLetter(after),
            '\u2013' or '\u2014' => i > 1 && char.IsLetterOrDigit(after),
            _ => false,
        };
    }

    private static bool IsIdeograph(char c) => c is (>= '\u2E80' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7A3') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF01' and <= '\uFF60');

    private static bool Opens(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.OpenPunctuation or UnicodeCategory.InitialQuotePunctuation;

    private static bool Closes(char c) =>
        c is '\u3001' or '\u3002' or '\uFF0C' or '\uFF0E' or '\uFF01' or '\uFF1F' or '\uFF1A' or '\uFF1B' or '.' or ',' or ':' or ';' or '!' or '?'
        || char.GetUnicodeCategory(c) is UnicodeCategory.ClosePunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.NonSpacingMark;
}
