using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace Broadsheet.Web;

/// <summary>
/// What the newsroom says. The words stand in Strings/en.json of the feature that says them; all those files
/// are read into one table at start, and a key that two of them define stops the program.
/// </summary>
public static class Text
{
    private static readonly FrozenDictionary<string, string> English = Read("en");

    /// <summary>The text of a key, its {names} filled in and its {count, plural, one {…} other {…}} chosen.</summary>
    public static string T(string key, params ReadOnlySpan<(string Name, object? Value)> values) =>
        English.TryGetValue(key, out var pattern)
            ? Message.Format(pattern, "en", values)
            : throw new KeyNotFoundException($"No Strings/en.json has the text \"{key}\".");

    /// <summary>Whether a text of that key exists: for keys made of data, like a problem's code.</summary>
    public static bool Has(string key) => English.ContainsKey(key);

    /// <summary>The raw texts under a prefix, for the scripts of a page, which fill them in themselves.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Under(string prefix) =>
        English.Where(text => text.Key.StartsWith(prefix, StringComparison.Ordinal)).OrderBy(text => text.Key, StringComparer.Ordinal);

    private static FrozenDictionary<string, string> Read(string language)
    {
        var program = Assembly.GetExecutingAssembly();
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);

        foreach (var file in program.GetManifestResourceNames().Where(name => name.StartsWith($"strings/{language}/", StringComparison.Ordinal)))
        {
            using var stream = program.GetManifestResourceStream(file)!;
            foreach (var (key, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
            {
                if (!texts.TryAdd(key, text)) throw new InvalidOperationException($"The text \"{key}\" stands in two files, one of them {file}.");
            }
        }

        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
