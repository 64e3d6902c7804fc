using System.Text.RegularExpressions;

namespace Broadsheet.Document.Comparing;

/// <summary>The smallest piece of a text that is compared: a word, a number, white space or one sign, with its marks. A run of text is cut where the next one begins.</summary>
internal readonly partial record struct Word(string Text, Nodes<Mark> Marks, bool IsBreak = false)
{
    public static List<Word> In(Nodes<Inline> content) =>
        [.. content.SelectMany(inline => inline is TextRun run ? Cut(run.Text).Select(text => new Word(text, run.Marks)) : [new Word("\n", inline.Marks, IsBreak: true)])];

    public static List<Word> In(string text) => [.. Cut(text).Select(piece => new Word(piece, []))];

    public static Nodes<Inline> Join(IEnumerable<Word> words) =>
        InlineText.Join(words.Select(word => word.IsBreak ? (Inline)new HardBreak(word.Marks) : new TextRun(word.Text, word.Marks)));

    public bool IsSpace => string.IsNullOrWhiteSpace(Text);

    public static IEnumerable<string> Cut(string text) => Piece().Matches(text).Select(match => match.Value);

    // Numbers hold together with their points and commas, words with their apostrophes, hyphens and joiners. Scripts that write
    // without spaces are cut by letter; a pair of surrogates is one sign.
    [GeneratedRegex("""
        \p{Nd}+(?:[.,:/٫٬]\p{Nd}+)*
        |[\p{IsCJKUnifiedIdeographs}\p{IsHiragana}\p{IsKatakana}\p{IsThai}]
        |[\p{L}\p{M}\p{Nd}\u200C\u200D-[\p{IsCJKUnifiedIdeographs}\p{IsHiragana}\p{IsKatakana}\p{IsThai}]]+(?:['’\-־״׳][\p{L}\p{M}-[\p{IsCJKUnifiedIdeographs}\p{IsHiragana}\p{IsKatakana}\p{IsThai}]]+)*
        |[^\S\n]+|\n|[\uD800-\uDBFF][\uDC00-\uDFFF]|.
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline)]
    private static partial Regex Piece();
}
