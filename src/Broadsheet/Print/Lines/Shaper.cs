using HarfBuzzSharp;
using Face = Broadsheet.Print.Fonts.Face;
using Buffer = HarfBuzzSharp.Buffer;

namespace Broadsheet.Print.Lines;

/// <summary>From letters to glyphs by HarfBuzz: joins and ligatures of Arabic, points of Hebrew, mirrored brackets, kerning.</summary>
internal static class Shaper
{
    /// <param name="text">The whole paragraph: letters at the edges of a run join with what stands beyond.</param>
    public static Run Shape(string text, int start, int end, Face face, double size, bool isRightToLeft, string language)
    {
        using var buffer = new Buffer
        {
            ClusterLevel = ClusterLevel.MonotoneGraphemes,
            Flags = BufferFlags.RemoveDefaultIgnorables,
        };
        buffer.AddUtf16(text.AsSpan(), start, end - start);
        buffer.Direction = isRightToLeft ? Direction.RightToLeft : Direction.LeftToRight;
        buffer.Language = new Language(language);
        buffer.GuessSegmentProperties();
        face.Shape(buffer);
        return new(face, size * face.Scale, ClustersOf(text, face, end, buffer.GlyphInfos, buffer.GlyphPositions, isRightToLeft));
    }

    private static List<Cluster> ClustersOf(string text, Face face, int end, GlyphInfo[] infos, GlyphPosition[] positions, bool isRightToLeft)
    {
        var clusters = new List<Cluster>();
        for (var i = 0; i < infos.Length;)
        {
            var first = i;
            while (i < infos.Length && infos[i].Cluster == infos[first].Cluster) i++;

            // Its letters reach to where the next cluster begins, which stands on its left where text runs to the left.
            var next = isRightToLeft ? first - 1 : i;
            var from = Beginning(text, (int)infos[first].Cluster);
            var to = next < 0 || next == infos.Length ? end : Beginning(text, (int)infos[next].Cluster);
            var letters = WithoutDirections(text[from..Math.Max(from, to)]);
            clusters.Add(new(letters, [.. Enumerable.Range(first, i - first).Select(at => GlyphOf(infos[at], positions[at]))], isRightToLeft));
        }

        return clusters;

        Glyph GlyphOf(GlyphInfo info, GlyphPosition position) => info.Codepoint == 0
            ? new(face.Missing, face.WidthOf(face.Missing), 0, 0)
            : new((ushort)info.Codepoint, position.XAdvance, position.XOffset, position.YOffset);
    }

    /// <summary>A joiner that HarfBuzz took away counts with the letter after it; it is read and copied right only after the one before.</summary>
    private static int Beginning(string text, int cluster)
    {
        while (cluster < text.Length - 1 && text[cluster] is '\u200C' or '\u200D') cluster++;
        return cluster;
    }

    /// <summary>The marks of direction have done their work; who copies or searches should not meet them.</summary>
    public static string WithoutDirections(string text) =>
        string.Concat(text.Where(letter => letter is not ('\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))));
}
