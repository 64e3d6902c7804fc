using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Broadsheet.Sample;

/// <summary>The sample paper's files, carried inside the program under <c>sample/</c>. Sample/paper/README.md says how they are written.</summary>
internal static class SampleFiles
{
    private static readonly Assembly Program = typeof(SampleFiles).Assembly;
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static IEnumerable<string> Under(string folder) =>
        Program.GetManifestResourceNames().Where(name => name.StartsWith($"sample/{folder}/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    public static Stream Open(string name) => Program.GetManifestResourceStream(name) ?? throw new FileNotFoundException($"The program carries no {name}.");

    public static string Read(string name)
    {
        using var reader = new StreamReader(Open(name));
        return reader.ReadToEnd();
    }

    public static T Json<T>(string name) => JsonSerializer.Deserialize<T>(Read(name), Web)!;
}
