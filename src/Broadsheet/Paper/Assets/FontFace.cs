using System.Reflection;
using System.Text.Json;
using Broadsheet.Paper.Themes;

namespace Broadsheet.Paper.Assets;

/// <summary>A cut of a typeface, as client/fonts/build.mjs lists it in fonts.json.</summary>
public sealed record FontFace(string Family, string File, string Set, string Weight, string Style, string Range, int Bytes, IReadOnlyList<FontStandIn> StandIns)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Empty when the client was not built: pages then use the reader's own fonts.</summary>
    public static IReadOnlyList<FontFace> All { get; } = Read();

    public static IEnumerable<FontFace> Of(string family) => All.Where(face => face.Family == family);

    private static List<FontFace> Read()
    {
        var program = Assembly.GetExecutingAssembly();
        const string Name = "paper/fonts.json";
        if (!program.GetManifestResourceNames().Contains(Name)) return [];

        return JsonSerializer.Deserialize<Manifest>(EmbeddedFile.Read(program, Name).AsSpan(), Json)!.Faces;
    }

    private sealed record Manifest(string Version, List<FontFace> Faces);
}

/// <summary>A font that a reader's system has, stretched to the measure of the one that is still on its way.</summary>
public sealed record FontStandIn(IReadOnlyList<string> Local, string SizeAdjust, string Ascent, string Descent, string LineGap);
