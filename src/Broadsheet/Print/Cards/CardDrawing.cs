using System.Globalization;
using System.Text;
using Broadsheet.Print.Lines;

namespace Broadsheet.Print.Cards;

/// <summary>
/// An SVG in which every letter is its outline, shaped and ordered as in our PDFs: whoever turns it into pixels needs no font. Places are counted from the side where
/// reading begins.
/// </summary>
internal sealed class CardDrawing(Card card, int width, int height, double margin)
{
    private readonly StringBuilder svg = new(string.Create(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\">"));

    private double Inner => width - 2 * margin;

    public static double Leading(double size) => size * 1.14;

    public void Rectangle(double x, double y, double wide, double high, string colour) =>
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"{high}\" fill=\"{colour}\"/>");

    /// <summary>A rule over the width of the text.</summary>
    public void Rule(double y, double high, string colour) => Rectangle(margin, y, Inner, high, colour);

    public void Write(Line line, double baseline, string colour)
    {
        var x = card.IsRightToLeft ? width - margin - line.Width : margin;
        svg.Append(CultureInfo.InvariantCulture, $"<g fill=\"{colour}\">");
        foreach (var run in line.Runs)
        {
            var scale = run.Size / 1000;
            foreach (var glyph in run.Clusters.SelectMany(cluster => cluster.Glyphs))
            {
                if (run.Face.OutlineOf(glyph.Id) is { Length: > 0 } outline)
                    svg.Append(CultureInfo.InvariantCulture, $"<path transform=\"translate({x + glyph.X * scale:0.##} {baseline - glyph.Y * scale:0.##}) scale({scale:0.#####} {-scale:0.#####})\" d=\"{outline}\"/>");
                x += glyph.Advance * scale;
            }
        }
        svg.Append("</g>");
    }

    public string End() => svg.Append("</svg>").ToString();

    public Line OneLine(string text, double size, bool isBold = true) => Cut(text, size, isBold, 1)[0];

    /// <summary>The text in the largest of these sizes in which it is no higher; one that fits in none is cut at the last.</summary>
    public (List<Line> Lines, double Size) Fitted(string text, IReadOnlyList<double> sizes, double high)
    {
        foreach (var size in sizes)
        {
            var lines = Set(text, size, isBold: true);
            if (lines.Count * Leading(size) <= high) return (lines, size);
        }
        return (Cut(text, sizes[^1], isBold: true, (int)(high / Leading(sizes[^1]))), sizes[^1]);
    }

    // Word by word from the end until it fits; one endless word letter by letter.
    private List<Line> Cut(string text, double size, bool isBold, int most)
    {
        var lines = Set(text, size, isBold);
        for (var kept = text; lines.Count > most && kept.Length > 1; lines = Set(kept.TrimEnd() + "…", size, isBold))
        {
            var pieces = LineBreaks.PiecesOf(kept);
            kept = pieces.Count > 1 ? kept[..pieces[^1].Start] : kept[..LineBreaks.LettersOf(kept, 0, kept.Length)[^1].Start];
        }
        return lines;
    }

    private List<Line> Set(string text, double size, bool isBold) =>
        new Typesetter(card.Language).Set(text.ReplaceLineEndings(" "), new TextStyle(size, Leading(size), isBold), Inner, card.IsRightToLeft);
}
