using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace Broadsheet.Words;

/// <summary>The texts of one language: all its files in one table, read when the language is first spoken. A key that two files define stops the program.</summary>
internal static class LanguageTexts
{
    private static readonly ConcurrentDictionary<string, FrozenDictionary<string, Entry>> Read = new();

    internal static FrozenDictionary<string, Entry> Of(string language) => Read.GetOrAdd(language, Load);

    private static FrozenDictionary<string, Entry> Load(string language)
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

    internal sealed record Entry(string Pattern, MessageText Message);
}
