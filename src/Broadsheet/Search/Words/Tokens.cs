using Broadsheet.Document.Folding;
using Broadsheet.Words;

namespace Broadsheet.Search.Words;

/// <summary>One place in a text as the index holds it.</summary>
/// <param name="Text">The stem, or a piece of a run without spaces.</param>
/// <param name="Whole">The word as folded, where a stem was made of it; else the same.</param>
/// <param name="At">Where it stands in the text, in UTF-16 units.</param>
public readonly record struct Token(string Text, string Whole, int At, int Length);

/// <summary>Cuts texts into what both databases are fed, and questions into what they are asked.</summary>
public static class Tokens
{
    // Nobody looks for more than that, and a link pasted without spaces is no word.
    private const int LongestWord = 60;

    /// <summary>A text for the index. Runs of scripts without spaces become overlapping pieces, with shorter ones at their end, so that each letter begins one.</summary>
    public static IEnumerable<Token> OfText(string text, Stems stems)
    {
        foreach (var word in Word.In(text))
        {
            if (word.Grams == 0)
            {
                var whole = Cut(word.Folded);
                yield return new(stems.Stem(whole), whole, word.At, word.Length);
                continue;
            }
            // Folding a wide form may change the length; then each piece stands for the run.
            var isSame = word.Folded.Length == word.Length;
            for (var at = 0; at < word.Folded.Length; at++)
            {
                if (char.IsLowSurrogate(word.Folded[at])) continue;
                var piece = Piece(word.Folded, at, word.Grams);
                yield return isSame ? new(piece, piece, word.At + at, piece.Length) : new(piece, piece, word.At, word.Length);
            }
        }
    }

    /// <summary>A word of a question: its tokens stand one after the other in what is found.</summary>
    public static IReadOnlyList<QueryToken> OfQuestion(Word word, Stems stems)
    {
        if (word.Grams == 0)
        {
            var whole = Cut(word.Folded);
            return [new(stems.Stem(whole), whole)];
        }
        // One that is too short to be a piece begins one.
        if (LettersIn(word.Folded) < word.Grams) return [new(word.Folded, word.Folded, IsBeginning: true)];
        return [.. Enumerable.Range(0, word.Folded.Length).Where(at => !char.IsLowSurrogate(word.Folded[at]))
            .Select(at => Piece(word.Folded, at, word.Grams)).Where(piece => LettersIn(piece) == word.Grams).Select(piece => new QueryToken(piece, piece))];
    }

    private static string Piece(string run, int at, int letters)
    {
        var end = at;
        for (var n = 0; n < letters && end < run.Length; n++) end += char.IsHighSurrogate(run[end]) && end + 1 < run.Length ? 2 : 1;
        return run[at..end];
    }

    private static int LettersIn(string run) => run.Count(letter => !char.IsLowSurrogate(letter));

    private static string Cut(string word) => word.Cut(LongestWord);
}

/// <param name="IsBeginning">Whatever begins so is meant.</param>
public readonly record struct QueryToken(string Text, string Whole, bool IsBeginning = false);
