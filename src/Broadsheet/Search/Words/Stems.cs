using System.Collections.Concurrent;

namespace Broadsheet.Search.Words;

/// <summary>
/// Takes the endings from folded words, so that "harbours" finds "harbour". Which way depends on the language, and for Hebrew, Arabic and Persian
/// on the script, in whichever edition they stand.
/// </summary>
public sealed class Stems
{
    // A word comes again and again; what a stranger types must not fill the memory.
    private const int Most = 50_000;

    private static readonly ConcurrentDictionary<string, Stems> All = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, string> _known = new(StringComparer.Ordinal);
    private readonly LanguageStems? _language;
    private readonly bool _isPersian;

    private Stems(string language) => (_language, _isPersian) = (LanguageStems.Find(language), language is "fa" or "ps" or "ckb" or "ur");

    /// <param name="language">As an edition has it: "en", "pt-BR".</param>
    public static Stems Of(string language) => All.GetOrAdd(Primary(language), name => new(name));

    /// <summary>What stands for the word in the index.</summary>
    public string Stem(string folded)
    {
        if (_known.TryGetValue(folded, out var known)) return known;

        var stem = Find(folded);
        if (_known.Count < Most) _known.TryAdd(folded, stem);
        return stem;
    }

    private string Find(string word) => word[0] switch
    {
        _ when char.IsAsciiDigit(word[0]) || word.Length < 3 => word,
        >= 'א' and <= 'ת' => HebrewStems.Of(word),
        >= '\u0620' and <= '\u06FF' => _isPersian ? PersianStems.Of(word) : ArabicStems.Of(word),
        _ => _language?.Of(word) ?? word,
    };

    private static string Primary(string language) => language.Split('-', '_')[0].ToLowerInvariant();
}
