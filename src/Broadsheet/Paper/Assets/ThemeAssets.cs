using System.Collections.Immutable;
using System.Reflection;
using Broadsheet.Paper.Themes;

namespace Broadsheet.Paper.Assets;

/// <summary>The files of a theme that pages refer to by name, and the theme's stylesheet before the paper's
/// colours and fonts are put in front of it.</summary>
public sealed class ThemeAssets
{
    private static readonly Lazy<ImmutableArray<PaperAsset>> Ours = new(ReadProgramFiles);
    private readonly Dictionary<string, PaperAsset> byName;
    private readonly Dictionary<string, PaperAsset> byAddress;

    private ThemeAssets(IEnumerable<PaperAsset> assets, string css)
    {
        byName = assets.GroupBy(asset => asset.Name).ToDictionary(same => same.Key, same => same.Last());
        byAddress = byName.Values.ToDictionary(asset => asset.Address);
        Css = css;
    }

    /// <summary>All of css/*.css in the order of their names.</summary>
    public string Css { get; }

    public static ThemeAssets Of(IEnumerable<ThemeFile> files)
    {
        var all = files.ToList();
        var css = all.Where(file => file.Path.StartsWith("css/", StringComparison.Ordinal) && file.Path.EndsWith(".css", StringComparison.Ordinal))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => file.Text);
        var own = all.Where(file => file.Path.StartsWith("files/", StringComparison.Ordinal))
            .Select(file => new PaperAsset(file.Path["files/".Length..].Replace('/', '-'), file.Bytes));
        return new(Ours.Value.Concat(own), string.Join('\n', css));
    }

    public string? AddressOf(string name) => byName.GetValueOrDefault(name)?.Address;

    public PaperAsset? At(string address) => byAddress.GetValueOrDefault(address);

    // The fonts and the script that the client build made: client/dist-paper.
    private static ImmutableArray<PaperAsset> ReadProgramFiles()
    {
        var program = Assembly.GetExecutingAssembly();
        return [.. program.GetManifestResourceNames()
            .Where(name => name.StartsWith("paper/", StringComparison.Ordinal) && !name.EndsWith(".json", StringComparison.Ordinal))
            .Select(name => new PaperAsset(Path.GetFileName(name), EmbeddedFile.Read(program, name)))];
    }
}
