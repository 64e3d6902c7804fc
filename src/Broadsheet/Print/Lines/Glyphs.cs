using Broadsheet.Print.Fonts;

namespace Broadsheet.Print.Lines;

/// <summary>A glyph and where it stands, in thousandths of the size.</summary>
internal readonly record struct Glyph(ushort Id, int Advance, int X, int Y);

/// <summary>Letters and the glyphs that show them: mostly one and one, but a ligature is one for two, and some letters are drawn from parts.</summary>
internal sealed record Cluster(string Text, IReadOnlyList<Glyph> Glyphs, bool IsRightToLeft);

/// <summary>Letters of one face, size and direction, shaped; the clusters stand from left to right.</summary>
internal sealed record Run(Face Face, double Size, IReadOnlyList<Cluster> Clusters)
{
    public double Width { get; } = Clusters.Sum(cluster => cluster.Glyphs.Sum(glyph => glyph.Advance)) * Size / 1000;
}

/// <summary>One line of text, its runs from left to right.</summary>
/// <param name="Text">As it is spoken.</param>
internal sealed record Line(IReadOnlyList<Run> Runs, string Text)
{
    public bool HasRightToLeft { get; } = Runs.Any(run => run.Clusters.Any(cluster => cluster.IsRightToLeft));

    public double Width { get; } = Runs.Sum(run => run.Width);
}
