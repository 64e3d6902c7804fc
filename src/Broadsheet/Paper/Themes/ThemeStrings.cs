using System.Text.Json;
using Broadsheet.Words;

namespace Broadsheet.Paper.Themes;

/// <summary>The words of a theme: strings/en.json, strings/he.json … A language asks its own file, then its
/// parent's ("pt-BR", "pt"), then English, so that a half-translated paper still speaks.</summary>
public sealed class ThemeStrings
{
    private readonly Dictionary<string, Dictionary<string, MessageText>> byLanguage = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyCollection<string> Languages => byLanguage.Keys;

    public IReadOnlyDictionary<string, MessageText> In(string language) => byLanguage[language];

    public MessageText? Find(string language, string key)
    {
        foreach (var known in ChainOf(language))
        {
            if (byLanguage.TryGetValue(known, out var strings) && strings.TryGetValue(key, out var text)) return text;
        }

        return null;
    }

    internal static ThemeStrings Read(IEnumerable<ThemeFile> files, List<ThemeProblem> problems)
    {
        var strings = new ThemeStrings();
        foreach (var file in files.Where(file => file.Path.StartsWith("strings/", StringComparison.Ordinal) && file.Path.EndsWith(".json", StringComparison.Ordinal)))
        {
            // A paper that changes two words writes two words: its file lies over ours key by key.
            if (file.IsOverride && ThemeFolder.BuiltIn.TryGetValue(file.Path, out var ours)) strings.Add(ours);

            try
            {
                strings.Add(file);
            }
            catch (Exception broken) when (file.IsOverride && broken is JsonException or FormatException)
            {
                problems.Add(new(file.Origin, broken is JsonException { LineNumber: { } line } ? (int)line + 1 : 0, broken.Message));
            }
        }

        return strings;
    }

    private void Add(ThemeFile file)
    {
        var language = Path.GetFileNameWithoutExtension(file.Path);
        var read = JsonSerializer.Deserialize<Dictionary<string, string>>(file.Text)!.ToDictionary(pair => pair.Key, pair => MessageText.Parse(pair.Value));

        if (!byLanguage.TryGetValue(language, out var strings)) byLanguage[language] = strings = [];
        foreach (var (key, text) in read) strings[key] = text;
    }

    private static IEnumerable<string> ChainOf(string language)
    {
        for (var tag = language; tag.Length > 0; tag = tag.LastIndexOf('-') is > 0 and var cut ? tag[..cut] : "") yield return tag;
        yield return "en";
    }
}
