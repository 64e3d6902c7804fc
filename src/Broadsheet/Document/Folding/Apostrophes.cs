namespace Broadsheet.Document.Folding;

/// <summary>What of a word with an apostrophe is searched: "État" of "l'État", "mayor" of "mayor's"; "O'Brien" is one word.</summary>
internal static class Apostrophes
{
    // Words that French, Italian and Catalan shorten before a vowel.
    private static readonly HashSet<string> Shortened =
        ["l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "dell", "all", "nell", "sull", "dall", "un", "quell", "bell"];

    private static readonly char[] Marks = ['\'', '’', 'ʼ', '‘'];

    internal static (int Start, int End) Within(string text, int start, int end)
    {
        var word = text.AsSpan(start, end - start);
        if (word.IndexOfAny(Marks) is var first and > 0 && Shortened.Contains(word[..first].ToString().ToLowerInvariant())) return (start + first + 1, end);
        if (word.Length > 2 && word[^1] is 's' or 'S' && Marks.Contains(word[^2])) return (start, end - 2);
        return (start, end);
    }
}
