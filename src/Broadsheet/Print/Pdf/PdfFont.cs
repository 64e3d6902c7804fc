using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Broadsheet.Print.Fonts;

namespace Broadsheet.Print.Pdf;

/// <summary>
/// A face in a file. Each pair of a glyph and the letters it shows is a character code of its own, so that one glyph that stands for
/// different letters in two places (the box for a missing one, a joined form) is copied and found as what it is there.
/// </summary>
internal sealed class PdfFont(Face face, string key)
{
    /// <summary>Glyph 0, the one for what a font lacks: ours is empty, and shown for nothing else.</summary>
    public const ushort NoShape = 0;

    private readonly Dictionary<(ushort Glyph, string Text), int> codes = [];
    private readonly List<(ushort Glyph, string Text)> characters = [];

    public string Key { get; } = key;

    public Face Face { get; } = face;

    public int Number { get; private set; }

    public int CodeOf(ushort glyph, string text)
    {
        if (codes.TryGetValue((glyph, text), out var code)) return code;

        characters.Add((glyph, text));
        return codes[(glyph, text)] = characters.Count;
    }

    public void WriteTo(PdfFile file)
    {
        var program = Subset.Of(Face, characters.Select(character => character.Glyph).Distinct().Order());
        var name = $"{TagOf(program)}+{Face.Name}";
        var fontFile = file.AddStream(program, $"/Length1 {program.Length}");
        var descriptor = file.Add($"<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[-500 {Face.Descent} 1500 {Face.Ascent}]/ItalicAngle 0"
            + $"/Ascent {Face.Ascent}/Descent {Face.Descent}/CapHeight 670/StemV 80/FontFile2 {fontFile} 0 R>>");
        var glyphs = file.AddStream(GlyphNumbers());
        var widths = string.Join(' ', characters.Select(character => character.Glyph == NoShape ? 0 : Face.WidthOf(character.Glyph)));
        var descendant = file.Add($"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            + $"/FontDescriptor {descriptor} 0 R/CIDToGIDMap {glyphs} 0 R/DW 0/W[1[{widths}]]>>");
        var letters = file.AddStream(Encoding.Latin1.GetBytes(ToUnicode()));
        Number = file.Add($"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{descendant} 0 R]/ToUnicode {letters} 0 R>>");
    }

    private byte[] GlyphNumbers() => [0, 0, .. characters.SelectMany(character => new[] { (byte)(character.Glyph >> 8), (byte)character.Glyph })];

    private string ToUnicode()
    {
        var map = new StringBuilder("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
            + "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
        foreach (var hundred in characters.Select((character, i) => (Code: i + 1, character.Text)).Where(entry => entry.Text.Length > 0).Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{hundred.Length} beginbfchar\n");
            foreach (var (code, text) in hundred) map.Append(CultureInfo.InvariantCulture, $"<{code:X4}><{PdfFile.Hex(text)}>\n");
            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n").ToString();
    }

    /// <summary>Six capitals that differ where the cut differs (9.6.4).</summary>
    private static string TagOf(byte[] program) => string.Concat(SHA256.HashData(program).Take(6).Select(value => (char)('A' + value % 26)));
}
