using System.Globalization;
using Broadsheet.Print.Bidi;
using Broadsheet.Print.Fonts;

namespace Broadsheet.Print.Lines;

/// <summary>Sets a paragraph in lines: levels over the whole of it, glyphs word by word, then each line in the order that the eye reads.</summary>
internal sealed class Typesetter(string language)
{
    /// <param name="isRightToLeft">The paragraph's direction; null: that of its first letter.</param>
    public List<Line> Set(SheetText text, TextStyle style, double width, bool? isRightToLeft)
    {
        var lines = new List<Line>();
        foreach (var paragraph in text.Paragraphs()) lines.AddRange(SetParagraph(paragraph, style, width, isRightToLeft));
        return lines;
    }

    public double WidthOf(SheetText text, TextStyle style) => Set(text, style, double.MaxValue, null).Max(line => line.Width);

    private List<Line> SetParagraph(SheetText paragraph, TextStyle style, double width, bool? isRightToLeft)
    {
        // A tab or the like from a form is a space here; there is no letter for it.
        var text = string.Concat(paragraph.ToString().Select(letter => char.IsControl(letter) ? ' ' : letter));
        var bidi = new BidiText(text, isRightToLeft);
        var levels = bidi.LevelsOf(0, text.Length);
        var bold = paragraph.BoldLetters(style.IsBold);
        var lines = new List<Line>();
        var line = new List<Piece>();
        var filled = 0.0;

        foreach (var word in LineBreaks.PiecesOf(text)) Take(word, mayTear: true);
        lines.Add(Finish(line));
        return lines;

        void Take((int Start, int End) word, bool mayTear)
        {
            var pieces = PiecesOf(text, word, levels, bold, style.Size);
            var ink = WidthOf(WithoutSpaces(pieces));
            if (mayTear && ink > width)
            {
                foreach (var letter in LineBreaks.LettersOf(text, word.Start, word.End)) Take(letter, mayTear: false);
                return;
            }

            if (line.Count > 0 && filled + ink > width + 0.01)
            {
                lines.Add(Finish(line));
                (line, filled) = ([], 0);
            }

            line.AddRange(pieces);
            filled += WidthOf(pieces);
        }
    }

    private List<Piece> PiecesOf(string text, (int Start, int End) word, byte[] levels, bool[] bold, double size)
    {
        var pieces = new List<Piece>();
        for (var start = word.Start; start < word.End;)
        {
            var face = FaceAt(text, start, bold);
            var isSpace = LineBreaks.IsSpace(text[start]);
            var end = start + 1;
            while (end < word.End && levels[end] == levels[start] && LineBreaks.IsSpace(text[end]) == isSpace && (GoesWithWhatIsBefore(text, end) || FaceAt(text, end, bold) == face)) end++;

            pieces.Add(new(Shaper.WithoutDirections(text[start..end]), Shaper.Shape(text, start, end, face, size, levels[start] % 2 == 1, language), levels[start], isSpace));
            start = end;
        }

        return pieces;
    }

    private static Face FaceAt(string text, int i, bool[] bold) => Face.For(char.IsSurrogatePair(text, i) ? char.ConvertToUtf32(text, i) : text[i], bold[i]);

    /// <summary>Marks and joiners are shaped with their letter, whatever face would have them.</summary>
    private static bool GoesWithWhatIsBefore(string text, int i) =>
        char.IsLowSurrogate(text[i]) || char.GetUnicodeCategory(text[i]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    private static Line Finish(List<Piece> pieces)
    {
        var inked = WithoutSpaces(pieces);
        var order = BidiText.VisualOrder([.. inked.Select(piece => piece.Level)]);
        return new([.. order.Select(at => inked[at].Run)], string.Concat(inked.Select(piece => piece.Text)));
    }

    /// <summary>Spaces at the end of a line take no room on it.</summary>
    private static List<Piece> WithoutSpaces(List<Piece> pieces) => pieces[..(pieces.FindLastIndex(piece => !piece.IsSpace) + 1)];

    private static double WidthOf(List<Piece> pieces) => pieces.Sum(piece => piece.Run.Width);

    private sealed record Piece(string Text, Run Run, byte Level, bool IsSpace);
}
