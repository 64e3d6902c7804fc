using System.Xml.Linq;
using static Broadsheet.Document.Docx.Wml;

namespace Broadsheet.Document.Docx;

/// <summary>How a story looks in Word. The names are Word's own, so that a paper's template takes them over.</summary>
internal static class DocxStyles
{
    private static readonly string[] Sides = ["top", "left", "bottom", "right"];

    private const string Serif = "Georgia", SerifOfOthers = "Times New Roman", Quiet = "595959";

    /// <summary>word/styles.xml</summary>
    /// <param name="isRightToLeft">Which of Word's two languages the edition's is.</param>
    public static XDocument For(string language, bool isRightToLeft) => new(new XElement(W + "styles", new XAttribute(XNamespace.Xmlns + "w", W.NamespaceName),
        new XElement(W + "docDefaults",
            new XElement(W + "rPrDefault", new XElement(W + "rPr",
                new XElement(W + "rFonts", At("ascii", Serif), At("hAnsi", Serif), At("cs", SerifOfOthers)), Val("sz", 22), Val("szCs", 24),
                new XElement(W + "lang", At(isRightToLeft ? "bidi" : "val", language)))),
            new XElement(W + "pPrDefault", new XElement(W + "pPr", new XElement(W + "spacing", At("after", 160), At("line", 288), At("lineRule", "auto"))))),
        Paragraph("Normal", "Normal", null),
        Paragraph("Title", "Title", Text(52, bold: true), Spacing(0, 120)),
        Paragraph("Subtitle", "Subtitle", Text(28, colour: Quiet), Spacing(0, 160)),
        Paragraph("Byline", "Byline", Text(20, bold: true), Spacing(0, 320)),
        Paragraph("Heading2", "heading 2", Text(30, bold: true), On("keepNext"), Spacing(320, 120), Val("outlineLvl", 1)),
        Paragraph("Heading3", "heading 3", Text(26, bold: true), On("keepNext"), Spacing(280, 100), Val("outlineLvl", 2)),
        Paragraph("Heading4", "heading 4", Text(22, bold: true), On("keepNext"), Spacing(240, 80), Val("outlineLvl", 3)),
        Paragraph("Quote", "Quote", null, new XElement(W + "ind", At("left", 567), At("right", 567))),
        Paragraph("IntenseQuote", "Intense Quote", Text(28, bold: true), Spacing(200, 120), new XElement(W + "ind", At("left", 567), At("right", 567))),
        Paragraph("Attribution", "Attribution", Text(20, colour: Quiet), Spacing(0, 240), new XElement(W + "ind", At("left", 567), At("right", 567))),
        Paragraph("AfterTable", "After Table", Text(8), Spacing(0, 120)),
        Paragraph("Caption", "caption", Text(18, colour: Quiet), Spacing(0, 280)),
        Paragraph("FactTitle", "Fact Title", Text(24, bold: true), On("keepNext"), Spacing(160, 80)),
        Paragraph("TableHeading", "Table Heading", Text(22, bold: true)),
        new XElement(W + "style", At("type", "character"), At("styleId", "Hyperlink"), Val("name", "Hyperlink"), new XElement(W + "rPr", Val("color", "1F4E99"), Val("u", "single"))),
        Table("TableGrid", "Table Grid", "auto", 4, [.. Sides, "insideH", "insideV"], 80),
        Table("FactBox", "Fact Box", "8A8A8A", 12, ["top", "bottom"], 160)));

    private static XElement Paragraph(string id, string name, XElement? text, params object[] layout) => new(W + "style", At("type", "paragraph"), id == "Normal" ? At("default", 1) : null, At("styleId", id),
        Val("name", name), id == "Normal" ? null : Val("basedOn", "Normal"), id == "Normal" ? null : Val("next", "Normal"), On("qFormat"), layout.Length == 0 ? null : new XElement(W + "pPr", layout), text);

    private static XElement Text(int halfPoints, bool bold = false, string? colour = null) => new(W + "rPr",
        bold ? new[] { On("b"), On("bCs") } : null, colour is null ? null : Val("color", colour), Val("sz", halfPoints), Val("szCs", halfPoints));

    private static XElement Spacing(int before, int after) => new(W + "spacing", At("before", before), At("after", after));

    private static XElement Table(string id, string name, string colour, int thickness, string[] lines, int margin) => new(W + "style", At("type", "table"), At("styleId", id), Val("name", name),
        new XElement(W + "tblPr",
            new XElement(W + "tblBorders", lines.Select(line => new XElement(W + line, At("val", "single"), At("sz", thickness), At("space", 0), At("color", colour)))),
            new XElement(W + "tblCellMar", Sides.Select(side => new XElement(W + side, At("w", margin), At("type", "dxa"))))));
}
