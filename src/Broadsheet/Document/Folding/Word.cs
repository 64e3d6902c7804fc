namespace Broadsheet.Document.Folding;

/// <summary>A word, or a run of a script that has no spaces between words, at its place in a text.</summary>
/// <param name="At">Where it begins, in UTF-16 units.</param>
/// <param name="Folded">By <see cref="FoldedText.Of"/>.</param>
/// <param name="Grams">In pieces of how many letters it is searched; 0: whole.</param>
public readonly record struct Word(int At, int Length, string Folded, int Grams)
{
    /// <summary>The words of a text in their order.</summary>
    public static IEnumerable<Word> In(string text)
    {
        var at = 0;
        while (WordCutter.Next(text, at) is (var start, var end, var grams))
        {
            at = end;
            var (from, to) = grams > 0 ? (start, end) : Apostrophes.Within(text, start, end);
            if (FoldedText.Of(text.AsSpan(from, to - from)) is { Length: > 0 } folded) yield return new(from, to - from, folded, grams);
        }
    }
}
