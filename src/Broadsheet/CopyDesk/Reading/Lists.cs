using System.Collections.Concurrent;

namespace Broadsheet.CopyDesk.Reading;

/// <summary>The word lists of a language, from the text files in Lists: a line an entry, # begins a remark.</summary>
internal sealed class Lists
{
    private static readonly ConcurrentDictionary<string, Lists> ByLanguage = new();
    private readonly string language;
    private readonly ConcurrentDictionary<string, IReadOnlySet<string>> sets = new();
    private readonly ConcurrentDictionary<string, PhraseList> phrases = new();

    private Lists(string language)
    {
        this.language = language;
        Abbreviations = Set("abbreviations");
    }

    public static Lists Of(string language) => ByLanguage.GetOrAdd(language, name => new Lists(name));

    /// <summary>Words that end with a full stop within a sentence: Mr., Feb.</summary>
    public IReadOnlySet<string> Abbreviations { get; }

    /// <summary>A list as keys (<see cref="Letters.KeyOf"/>); empty where the language has none.</summary>
    public IReadOnlySet<string> Set(string name) => sets.GetOrAdd(name, (list, speaks) => new HashSet<string>(Lines(speaks, list).Select(line => string.Join(' ', Letters.KeysOf(line)))), language);

    public PhraseList Phrases(string name) => phrases.GetOrAdd(name, (list, speaks) => PhraseList.Parse(Lines(speaks, list), speaks), language);

    public bool Has(string name) => typeof(Lists).Assembly.GetManifestResourceInfo(Resource(language, name)) is not null;

    private static string Resource(string language, string name) => $"copydesk/{language}/{name}.txt";

    private static IEnumerable<string> Lines(string language, string name)
    {
        using var stream = typeof(Lists).Assembly.GetManifestResourceStream(Resource(language, name));
        if (stream is null) yield break;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var end = line.IndexOf('#', StringComparison.Ordinal);
            var entry = (end >= 0 ? line[..end] : line).Trim();
            if (entry.Length > 0) yield return entry;
        }
    }
}
