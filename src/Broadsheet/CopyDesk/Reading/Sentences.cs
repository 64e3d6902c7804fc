namespace Broadsheet.CopyDesk.Reading;

/// <summary>Where sentences begin and end in a passage.</summary>
internal static class Sentences
{
    public static List<Stretch> Of(string text, IReadOnlySet<string> abbreviations)
    {
        var sentences = new List<Stretch>();
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (!IsEnd(text[at]) || text[at] == '.' && IsPartOfWord(text, at, abbreviations)) continue;
            while (at + 1 < text.Length && (IsEnd(text[at + 1]) || IsCloser(text[at + 1]))) at++;
            if (at + 1 < text.Length && !Letters.IsSpace(text[at + 1])) continue;

            // "Stop!" she said: what goes on with a small letter is the same sentence.
            var next = at + 1;
            while (next < text.Length && !char.IsLetterOrDigit(text[next])) next++;
            if (next < text.Length && char.IsLower(text[next])) continue;
            sentences.Add(new(start, at + 1 - start));
            start = at + 1;
        }

        if (start < text.Length && !string.IsNullOrWhiteSpace(text[start..])) sentences.Add(new(start, text.Length - start));
        return sentences;
    }

    public static bool IsEnd(char sign) => sign is '.' or '!' or '?' or '؟' or '۔' or '。' or '！' or '？' or '…' or '।' or '‽';

    public static bool IsCloser(char sign) => sign is '"' or '\u05F4' or '\'' or '”' or '’' or '»' or '›' or '“' or ')' or ']' or '}';

    private static bool IsPartOfWord(string text, int at, IReadOnlySet<string> abbreviations)
    {
        if (at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1])) return true;
        var start = at;
        while (start > 0 && (char.IsLetter(text[start - 1]) || text[start - 1] == '.')) start--;
        var word = text[start..at];
        return word.Length == 1 && char.IsUpper(word[0]) || word.Contains('.') && word.Length <= 5 || abbreviations.Contains(word.ToLowerInvariant());
    }
}
