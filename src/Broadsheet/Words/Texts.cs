using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Broadsheet.Words;

/// <summary>
/// What the program says to those who work with it. The words stand in Strings/en.json of whoever says them; all those files
/// are read into one table at start, and a key that two of them define stops the program.
/// </summary>
public static class Texts
{
    private static readonly CultureInfo Language = CultureInfo.GetCultureInfo("en");
    private static readonly FrozenDictionary<string, Entry> English = Read("en");

    /// <summary>The text of a key, its {names} filled in and its {count, plural, one {…} other {…}} chosen.</summary>
    public static string T(string key, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (!English.TryGetValue(key, out var entry)) throw new KeyNotFoundException($"No Strings/en.json has the text \"{key}\".");
        if (values.IsEmpty && !entry.Pattern.Contains('{', StringComparison.Ordinal)) return entry.Pattern;

        var given = values.ToArray();
        return entry.Text.Print(Language, name => Convert.ToString(Find(name), Language) ?? "", name => Convert.ToDecimal(Find(name), CultureInfo.InvariantCulture));

        object? Find(string name)
        {
            var at = Array.FindIndex(given, value => value.Name == name);
            return at >= 0 ? given[at].Value : throw new FormatException($"The text \"{key}\" asks for {{{name}}}, which was not given.");
        }
    }

    /// <summary>Whether a text of that key exists: for keys made of data, like a problem's code.</summary>
    public static bool Has(string key) => English.ContainsKey(key);

    /// <summary>The raw texts under a prefix, for the scripts of a page, which fill them in themselves.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Under(string prefix) =>
        English.Where(text => text.Key.StartsWith(prefix, StringComparison.Ordinal)).OrderBy(text => text.Key, StringComparer.Ordinal).Select(text => KeyValuePair.Create(text.Key, text.Value.Pattern));

    private static FrozenDictionary<string, Entry> Read(string language)
    {
        var program = Assembly.GetExecutingAssembly();
        var texts = new Dictionary<string, Entry>(StringComparer.Ordinal);

        foreach (var file in program.GetManifestResourceNames().Where(name => name.StartsWith($"strings/{language}/", StringComparison.Ordinal)))
        {
            using var stream = program.GetManifestResourceStream(file)!;
            foreach (var (key, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
            {
                if (!texts.TryAdd(key, new Entry(text, MessageText.Parse(text)))) throw new InvalidOperationException($"The text \"{key}\" stands in two files, one of them {file}.");
            }
        }

        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private sealed record Entry(string Pattern, MessageText Text);
}
