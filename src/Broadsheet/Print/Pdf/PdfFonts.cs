using Broadsheet.Print.Fonts;

namespace Broadsheet.Print.Pdf;

/// <summary>The faces that a file shows, in the order in which they first do.</summary>
internal sealed class PdfFonts
{
    private readonly List<PdfFont> fonts = [];

    public PdfFont For(Face face)
    {
        var font = fonts.Find(font => font.Face == face);
        if (font is null) fonts.Add(font = new(face, $"F{fonts.Count + 1}"));
        return font;
    }

    /// <summary>Writes them and gives the entry that a page's resources need.</summary>
    public string WriteTo(PdfFile file)
    {
        foreach (var font in fonts) font.WriteTo(file);
        return $"/Font<<{string.Concat(fonts.Select(font => $"/{font.Key} {font.Number} 0 R"))}>>";
    }
}
