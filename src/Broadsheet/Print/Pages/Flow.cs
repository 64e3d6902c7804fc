using Broadsheet.Print.Lines;
using Broadsheet.Print.Pdf;

namespace Broadsheet.Print.Pages;

/// <summary>
/// Where the next line stands: from the head of a page down, on the next page when this one is full. Distances across the page are counted
/// from the side where reading begins, so that no block knows whether it is set for Hebrew.
/// </summary>
internal sealed class Flow(Sheet sheet, PdfDocument document)
{
    private const double Margin = 62;
    private const double Foot = 72;

    private PdfPage page = document.AddPage();
    private double y = sheet.Paper.Height - Margin;

    public double Width { get; } = sheet.Paper.Width - (2 * Margin);

    public bool IsRightToLeft { get; } = sheet.IsRightToLeft;

    public Typesetter Typesetter { get; } = new(sheet.Language);

    private bool IsAtHead => y >= sheet.Paper.Height - Margin;

    /// <summary>An empty stretch, none at the head of a page.</summary>
    public void Skip(double height)
    {
        if (!IsAtHead) y -= height;
    }

    /// <summary>Begins a page if this much does not fit on this one; says whether it did.</summary>
    public bool Turn(double height)
    {
        if (y - height >= Foot || IsAtHead) return false;

        page = document.AddPage();
        y = sheet.Paper.Height - Margin;
        return true;
    }

    public void Advance(double height) => y -= height;

    /// <summary>Draws lines from here down in a column, which begins and is as wide as given; the place itself stays.</summary>
    public void Draw(IReadOnlyList<Line> lines, TextStyle style, double start, double width, PdfTag? tag, bool isAtRight)
    {
        var top = y;
        foreach (var line in lines)
        {
            var left = IsRightToLeft ? sheet.Paper.Width - Margin - start - width : Margin + start;
            page.Draw(line, isAtRight ? left + width - line.Width : left, top - Baseline(style), style.Grey, tag);
            top -= style.Leading;
        }
    }

    /// <summary>Draws lines over the whole width and goes on below them.</summary>
    public void Write(SheetText text, TextStyle style, PdfTag tag)
    {
        var lines = Typesetter.Set(text, style, Width, IsRightToLeft);

        // No page ends with the first line of a paragraph alone.
        Turn(Math.Min(lines.Count, 2) * style.Leading);
        foreach (var line in lines)
        {
            Turn(style.Leading);
            Draw([line], style, 0, Width, tag, IsRightToLeft);
            Advance(style.Leading);
        }
    }

    public void Rule(double weight, double start = 0)
    {
        var (left, right) = (Margin + (IsRightToLeft ? 0 : start), sheet.Paper.Width - Margin - (IsRightToLeft ? start : 0));
        page.DrawRule(left, right, y, weight);
    }

    /// <summary>At the foot of every page, if there are several: what this is and which page.</summary>
    public void WriteFeet()
    {
        if (document.Pages.Count == 1) return;

        for (var i = 0; i < document.Pages.Count; i++)
        {
            (page, y) = (document.Pages[i], Foot - 22);
            var half = Width / 2;
            Draw(Typesetter.Set(sheet.Title, TextStyle.Small, double.MaxValue, IsRightToLeft), TextStyle.Small, 0, half, null, IsRightToLeft);
            Draw(Typesetter.Set(sheet.PageOf(i + 1, document.Pages.Count), TextStyle.Small, half, IsRightToLeft), TextStyle.Small, half, half, null, !IsRightToLeft);
        }
    }

    private static double Baseline(TextStyle style) => ((style.Leading - style.Size) / 2) + (style.Size * 0.82);
}
