using System.Collections.Concurrent;
using HarfBuzzSharp;

namespace Broadsheet.Print.Fonts;

/// <summary>One font of the program, measured in thousandths of its size, as PDF does. Shaping with it is safe from any thread.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "Each face lives as long as the program.")]
internal sealed class Face
{
    private readonly Font font;
    private readonly ConcurrentDictionary<ushort, string> _outlines = new();

    private Face(string name, double scale = 1)
    {
        (Name, Scale) = (name, scale);
        using var file = typeof(Face).Assembly.GetManifestResourceStream($"print/{name}.ttf")
            ?? throw new FileNotFoundException($"The program carries no {name}.");
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        using var blob = Copy(bytes.ToArray());
        Outlines = new HarfBuzzSharp.Face(blob, 0);
        Outlines.MakeImmutable();
        font = new Font(Outlines);
        font.SetScale(1000, 1000);
        font.TryGetHorizontalFontExtents(out var extents);
        (Ascent, Descent) = (extents.Ascender, extents.Descender);
        Missing = font.TryGetNominalGlyph(0x2610, out var box) ? (ushort)box : (ushort)0;
    }

    /// <summary>Latin, Greek, Cyrillic, digits and signs; then Hebrew; then Arabic and Persian.</summary>
    public static IReadOnlyList<Face> Regular { get; } = [new("SourceSerif4-Regular"), new("FrankRuhlLibre-Regular", 1.08), new("NotoNaskhArabic-Regular", 1.12)];

    public static IReadOnlyList<Face> Bold { get; } = [new("SourceSerif4-Bold"), new("FrankRuhlLibre-Bold", 1.08), new("NotoNaskhArabic-Bold", 1.12)];

    public string Name { get; }

    /// <summary>Letters without capitals look small beside those that have them; this makes up for it.</summary>
    public double Scale { get; }

    public int Ascent { get; }

    public int Descent { get; }

    /// <summary>The box for what no face has.</summary>
    public ushort Missing { get; }

    public HarfBuzzSharp.Face Outlines { get; }

    /// <summary>The face that has this character; the first, which shows a box, if none has.</summary>
    public static Face For(int character, bool isBold)
    {
        var faces = isBold ? Bold : Regular;
        return faces.FirstOrDefault(face => face.Has(character)) ?? faces[0];
    }

    public bool Has(int character) => font.TryGetNominalGlyph((uint)character, out _);

    public int WidthOf(ushort glyph) => font.GetHorizontalGlyphAdvance(glyph);

    public void Shape(HarfBuzzSharp.Buffer buffer) => font.Shape(buffer, Figures);

    /// <inheritdoc cref="Outline.Of"/>
    public string OutlineOf(ushort glyph) => _outlines.GetOrAdd(glyph, one => Outline.Of(font, one));

    /// <summary>HarfBuzz gets a copy of its own: the collector moves ours.</summary>
    private static unsafe Blob Copy(byte[] bytes)
    {
        fixed (byte* first = bytes) return new Blob((IntPtr)first, bytes.Length, MemoryMode.Duplicate);
    }

    /// <summary>Figures as tall as capitals and all of one width: these are amounts.</summary>
    private static readonly Feature[] Figures = [new(new Tag('l', 'n', 'u', 'm')), new(new Tag('t', 'n', 'u', 'm'))];
}
