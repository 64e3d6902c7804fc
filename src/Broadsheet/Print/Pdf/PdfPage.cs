using System.Globalization;
using System.Text;
using Broadsheet.Print.Lines;

namespace Broadsheet.Print.Pdf;

/// <summary>One page's marks. Points are counted from the left and from the foot.</summary>
internal sealed class PdfPage(int number, PdfFonts fonts)
{
    private readonly StringBuilder content = new();

    /// <summary>The page's number as an object of the file.</summary>
    public int Number { get; } = number;

    /// <summary>For each numbered mark the element it belongs to.</summary>
    public List<int> Owners { get; } = [];

    public byte[] Content => Encoding.Latin1.GetBytes(content.ToString());

    /// <param name="tag">What it belongs to; null for what only decorates, which nobody reads aloud.</param>
    public void Draw(Line line, double x, double y, double grey, PdfTag? tag)
    {
        if (line.Runs.Count == 0) return;

        Begin(tag);
        tag?.Say(line);
        content.Append(CultureInfo.InvariantCulture, $"BT\n{PdfFile.Number(grey)} g\n");
        foreach (var run in line.Runs)
        {
            Draw(run, x, y);
            x += run.Width;
        }

        content.Append("ET\nEMC\n");
    }

    public void DrawRule(double left, double right, double y, double weight)
    {
        Begin(null);
        content.Append(CultureInfo.InvariantCulture, $"0.6 G {PdfFile.Number(weight)} w {PdfFile.Number(left)} {PdfFile.Number(y)} m {PdfFile.Number(right)} {PdfFile.Number(y)} l S\nEMC\n");
    }

    private void Begin(PdfTag? tag)
    {
        if (tag is null)
        {
            content.Append("/Artifact BMC\n");
            return;
        }

        tag.Mark(this, Owners.Count);
        content.Append(CultureInfo.InvariantCulture, $"/{tag.Type} <</MCID {Owners.Count}>> BDC\n");
        Owners.Add(0);
    }

    private void Draw(Run run, double x, double y)
    {
        var font = fonts.For(run.Face);
        var points = new List<(ushort Glyph, int X, int Y)>();
        content.Append(CultureInfo.InvariantCulture, $"/{font.Key} {PdfFile.Number(run.Size)} Tf\n");
        var letters = new GlyphString(content, x, y, run.Size);
        var pen = 0;
        foreach (var cluster in run.Clusters)
        {
            var text = cluster.IsRightToLeft ? ShowReversed(cluster.Text, font, letters, pen) : cluster.Text;
            foreach (var glyph in cluster.Glyphs)
            {
                if (glyph.Advance == 0 && cluster.Glyphs.Count > 1)
                {
                    points.Add((glyph.Id, pen + glyph.X, glyph.Y));
                    continue;
                }

                letters.Show(font.CodeOf(glyph.Id, text), run.Face.WidthOf(glyph.Id), pen + glyph.X, glyph.Y);
                pen += glyph.Advance;
                text = "";
            }
        }

        letters.End();
        DrawPoints(points, font, run.Size, x, y);
    }

    /// <summary>
    /// Where text runs to the left, who reads a PDF turns round what it finds from left to right, letter by letter. So one glyph says one letter:
    /// vowels, joiners and the second half of a ligature stand before it as letters without a shape, and the first is left for the glyph.
    /// </summary>
    private static string ShowReversed(string text, PdfFont font, GlyphString letters, int x)
    {
        var runes = text.EnumerateRunes().Select(rune => rune.ToString()).ToArray();
        for (var i = runes.Length - 1; i > 0; i--) letters.Show(font.CodeOf(PdfFont.NoShape, runes[i]), 0, x, 0);
        return runes.FirstOrDefault("");
    }

    /// <summary>
    /// Points and dots after the letters that they belong to and that already say all the text: between the letters they tear words apart
    /// for programs that guess at spaces from places. An empty text of their own says that they add nothing.
    /// </summary>
    private void DrawPoints(List<(ushort Glyph, int X, int Y)> points, PdfFont font, double size, double x, double y)
    {
        if (points.Count == 0) return;

        content.Append("/Span <</ActualText <FEFF>>> BDC\n");
        var marks = new GlyphString(content, x, y, size);
        foreach (var point in points) marks.Show(font.CodeOf(point.Glyph, ""), font.Face.WidthOf(point.Glyph), point.X, point.Y);
        marks.End();
        content.Append("EMC\n");
    }
}
