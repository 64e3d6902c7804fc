using System.Globalization;
using System.Xml.Linq;
using static Broadsheet.Document.Docx.Wml;

namespace Broadsheet.Document.Docx;

/// <summary>A picture in a line by itself, as wide as the text where it has the pixels for that.</summary>
internal static class DocxDrawing
{
    private static readonly XNamespace Wp = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly XNamespace Pic = "http://schemas.openxmlformats.org/drawingml/2006/picture";

    // English metric units, 360,000 a centimetre; a pixel at 96 to the inch.
    private const long Pixel = 9525, Widest = 16 * 360_000, Highest = 20 * 360_000;

    public static XElement Of(string relationship, int number, DocxPicture picture, string altText)
    {
        var scale = Math.Min(1, Math.Min((double)Widest / (picture.Width * Pixel), (double)Highest / (picture.Height * Pixel)));
        var size = new[] { new XAttribute("cx", (long)(picture.Width * Pixel * scale)), new XAttribute("cy", (long)(picture.Height * Pixel * scale)) };
        var name = new object[] { new XAttribute("id", number), new XAttribute("name", string.Create(CultureInfo.InvariantCulture, $"image{number}.jpg")), new XAttribute("descr", altText) };
        return new(W + "drawing", new XElement(Wp + "inline", new XElement(Wp + "extent", size), new XElement(Wp + "docPr", name),
            new XElement(A + "graphic", new XElement(A + "graphicData", new XAttribute("uri", Pic.NamespaceName),
                new XElement(Pic + "pic",
                    new XElement(Pic + "nvPicPr", new XElement(Pic + "cNvPr", name), new XElement(Pic + "cNvPicPr")),
                    new XElement(Pic + "blipFill", new XElement(A + "blip", new XAttribute(R + "embed", relationship)), new XElement(A + "stretch", new XElement(A + "fillRect"))),
                    new XElement(Pic + "spPr", new XElement(A + "xfrm", new XElement(A + "off", new XAttribute("x", 0), new XAttribute("y", 0)), new XElement(A + "ext", size)),
                        new XElement(A + "prstGeom", new XAttribute("prst", "rect"), new XElement(A + "avLst"))))))));
    }
}
