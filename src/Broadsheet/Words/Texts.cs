using System.Collections.Frozen;
using System.Globalization;

namespace Broadsheet.Words;

/// <summary>
/// What the program says to those who work with it, in the language in which it speaks at the moment (<see cref="Spoken"/>). The words
/// stand in Strings/en.json of whoever says them, with a file beside it for each other language; a text that a language lacks is said in English.
/// </summary>
public static class Texts
{
    /// <summary>The text of a key, its {names} filled in and its {count, plural, one {…} other {…}} chosen.</summary>
    public static string T(string key, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var (text, culture) = Find(key);
        if (values.IsEmpty && !text.Pattern.Contains('{', StringComparison.Ordinal)) return text.Pattern;

        var given = values.ToArray();
        return text.Message.Print(culture, name => Convert.ToString(Value(name), culture) ?? "", name => Convert.ToDecimal(Value(name), CultureInfo.InvariantCulture));

        object? Value(string name)
        {
            var at = Array.FindIndex(given, value => value.Name == name);
            return at >= 0 ? given[at].Value : throw new FormatException($"The text \"{key}\" asks for {{{name}}}, which was not given.");
        }
    }

    /// <summary>Whether a text of that key exists: for keys made of data, like a problem's code.</summary>
    public static bool Has(string key) => English.ContainsKey(key);

    /// <summary>The raw texts under a prefix, for the scripts of a page, which fill them in themselves.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Under(string prefix) =>
        English.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(key => KeyValuePair.Create(key, Find(key).Text.Pattern));

    /// <summary>All texts of a language, by key.</summary>
    internal static FrozenDictionary<string, LanguageTexts.Entry> In(string language) => LanguageTexts.Of(language);

    private static FrozenDictionary<string, LanguageTexts.Entry> English => LanguageTexts.Of(Spoken.English);

    private static (LanguageTexts.Entry Text, CultureInfo Culture) Find(string key)
    {
        if (LanguageTexts.Of(Spoken.Language).TryGetValue(key, out var text)) return (text, Spoken.Culture);
        return English.TryGetValue(key, out var english) ? (english, Spoken.CultureOf(Spoken.English)) : throw new KeyNotFoundException($"No Strings/en.json has the text \"{key}\".");
    }
}
