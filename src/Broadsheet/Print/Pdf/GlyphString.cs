using System.Globalization;
using System.Text;

namespace Broadsheet.Print.Pdf;

/// <summary>Glyphs of one font and size on one line, each at its own place (operators TJ and Ts, 9.4.3).</summary>
internal sealed class GlyphString
{
    private readonly StringBuilder content;
    private readonly double size;
    private int shown;
    private int rise;

    public GlyphString(StringBuilder content, double x, double y, double size)
    {
        (this.content, this.size) = (content, size);
        content.Append(CultureInfo.InvariantCulture, $"1 0 0 1 {PdfFile.Number(x)} {PdfFile.Number(y)} Tm\n[");
    }

    /// <param name="width">The font's own, by which the place moves on.</param>
    /// <param name="x">Thousandths of the size from where the string begins.</param>
    public void Show(int code, int width, int x, int y)
    {
        if (y != rise) content.Append(CultureInfo.InvariantCulture, $"]TJ {PdfFile.Number(y * size / 1000)} Ts [");
        if (x != shown) content.Append((shown - x).ToString(CultureInfo.InvariantCulture));
        content.Append(CultureInfo.InvariantCulture, $"<{code:X4}>");
        (shown, rise) = (x + width, y);
    }

    public void End() => content.Append(rise == 0 ? "]TJ\n" : "]TJ 0 Ts\n");
}
