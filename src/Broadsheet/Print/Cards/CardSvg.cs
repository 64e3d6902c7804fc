using System.Globalization;
using System.Text;
using Broadsheet.Print.Lines;

namespace Broadsheet.Print.Cards;

/// <summary>Draws a card as SVG: every letter is its outline, shaped and ordered as in our PDFs, so that whoever turns it into pixels needs no font.</summary>
public static class CardSvg
{
    private const double Margin = 72, NameLine = 96, RuleLine = 132, KickerLine = 196, FootLine = Card.Height - 56, Inner = Card.Width - 2 * Margin;

    // From the largest down; a headline that fits in none of them is cut at the last.
    private static readonly double[] Sizes = [92, 84, 76, 68, 62, 56, 50];

    public static string Draw(Card card)
    {
        var drawing = new Drawing(card);
        drawing.Rectangle(0, 0, Card.Width, Card.Height, card.Paper);
        drawing.Rectangle(0, 0, Card.Width, 14, card.Accent);
        drawing.Write(OneLine(card, card.Name, 44, isBold: true), NameLine, card.Ink);
        drawing.Rectangle(Margin, RuleLine, Inner, 4, card.Ink);
        drawing.Rectangle(Margin, RuleLine + 9, Inner, 1.5, card.Ink);

        var top = RuleLine + 36;
        if (card.Kicker.Length > 0)
        {
            drawing.Write(OneLine(card, card.Kicker, 34, isBold: true), KickerLine, card.Accent);
            top = KickerLine + 18;
        }
        var (lines, size) = Fitted(card, FootLine - (card.Foot.Length > 0 ? 44 : 0) - top);
        for (var i = 0; i < lines.Count; i++) drawing.Write(lines[i], top + Leading(size) * (i + 0.82), card.Ink);
        if (card.Foot.Length > 0) drawing.Write(OneLine(card, card.Foot, 32, isBold: false), FootLine, card.Ink);
        return drawing.End();
    }

    private static double Leading(double size) => size * 1.14;

    private static (List<Line> Lines, double Size) Fitted(Card card, double height)
    {
        foreach (var size in Sizes)
        {
            var lines = Set(card, card.Title, size, isBold: true);
            if (lines.Count * Leading(size) <= height) return (lines, size);
        }
        return (Cut(card, card.Title, Sizes[^1], isBold: true, (int)(height / Leading(Sizes[^1]))), Sizes[^1]);
    }

    private static Line OneLine(Card card, string text, double size, bool isBold) => Cut(card, text, size, isBold, 1)[0];

    // Word by word from the end until it fits; one endless word letter by letter.
    private static List<Line> Cut(Card card, string text, double size, bool isBold, int most)
    {
        var lines = Set(card, text, size, isBold);
        for (var kept = text; lines.Count > most && kept.Length > 1; lines = Set(card, kept.TrimEnd() + "…", size, isBold))
        {
            var pieces = LineBreaks.PiecesOf(kept);
            kept = pieces.Count > 1 ? kept[..pieces[^1].Start] : kept[..^Math.Min(kept.Length - 1, StringInfo.GetNextTextElementLength(kept.AsSpan(kept.Length - 1)))];
        }
        return lines;
    }

    private static List<Line> Set(Card card, string text, double size, bool isBold) =>
        new Typesetter(card.Language).Set(text.ReplaceLineEndings(" "), new TextStyle(size, Leading(size), isBold), Inner, card.IsRightToLeft);

    private sealed class Drawing(Card card)
    {
        private readonly StringBuilder svg = new(string.Create(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Card.Width}\" height=\"{Card.Height}\">"));

        public void Rectangle(double x, double y, double width, double height, string colour) =>
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{colour}\"/>");

        /// <summary>From where reading begins.</summary>
        public void Write(Line line, double baseline, string colour)
        {
            var x = card.IsRightToLeft ? Card.Width - Margin - line.Width : Margin;
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
    }
}
