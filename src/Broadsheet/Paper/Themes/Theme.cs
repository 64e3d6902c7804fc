using Broadsheet.Paper.Assets;

namespace Broadsheet.Paper.Themes;

/// <summary>A theme as it stands at one moment, read and parsed whole. It is never changed: an edit makes a new one.</summary>
public sealed class Theme
{
    private readonly Dictionary<string, ParsedTemplate> templates = [];

    private Theme(Dictionary<string, ThemeFile> files, List<ThemeProblem> problems)
    {
        Files = files;
        Problems = problems;
        Strings = ThemeStrings.Read(files.Values, problems);
        Assets = ThemeAssets.Of(files.Values);
    }

    public IReadOnlyDictionary<string, ThemeFile> Files { get; }

    /// <summary>What is wrong with the paper's own files. Each has been replaced by the built-in one.</summary>
    public IReadOnlyList<ThemeProblem> Problems { get; }

    public ThemeStrings Strings { get; }

    public ThemeAssets Assets { get; }

    /// <summary>Hashes of the fixed inline scripts and styles that the templates' sources hold, for the content
    /// security policy. Taken from the sources and never from a finished page, which would bless an injection.</summary>
    public InlineHashes Inline { get; private set; } = InlineHashes.None;

    public bool HasOverrides => Files.Values.Any(file => file.IsOverride);

    /// <summary>The template of this name, such as "article" or "parts/card".</summary>
    public ParsedTemplate? Find(string template) => templates.GetValueOrDefault(template);

    /// <summary>Lays the paper's own files over the built-in ones. A template of theirs that cannot be parsed is
    /// noted as a problem and ours is used; one of ours that cannot be parsed is a bug and throws.</summary>
    public static Theme Of(IReadOnlyDictionary<string, ThemeFile> builtIn, IReadOnlyDictionary<string, ThemeFile> overrides)
    {
        var files = builtIn.Values.Concat(overrides.Values).GroupBy(file => file.Path).ToDictionary(same => same.Key, same => same.Last());
        var problems = new List<ThemeProblem>();
        var parsed = new List<ParsedTemplate>();

        foreach (var file in files.Values.Where(file => file.Path.StartsWith("templates/", StringComparison.Ordinal) && file.Path.EndsWith(".liquid", StringComparison.Ordinal)).ToList())
        {
            try
            {
                parsed.Add(Liquid.Parse(file));
            }
            catch (ThemeException broken) when (file.IsOverride)
            {
                problems.Add(broken.Problem);
                if (builtIn.GetValueOrDefault(file.Path) is not { } ours) continue;

                parsed.Add(Liquid.Parse(ours));
                files[file.Path] = ours;
            }
        }

        var theme = new Theme(files, problems) { Inline = InlineHashes.Of(parsed.Select(template => template.File.Text)) };
        foreach (var template in parsed) theme.templates[template.Name] = template;
        return theme;
    }
}
