using Broadsheet.Search.Words;

namespace Broadsheet.Search.Index;

/// <summary>Where in a text a word stands: what a story is about, what leads into it, the rest.</summary>
public enum Place { Head, Lead, Body }

/// <summary>What is searched of one thing, as tokens. Both databases are fed what this holds.</summary>
public sealed class IndexedText(Stems stems)
{
    /// <summary>Grows when the same text would become other tokens: what was indexed before is indexed again.</summary>
    public const int Form = 1;

    // So many words tell what a text is about; a database of laws pasted in must not fill the index.
    private const int MostTokens = 15_000;
    private const int ShortestWord = 3, LongestWord = 30;

    private readonly List<string?>[] _places = [[], [], []];
    private readonly Dictionary<string, double> _terms = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _words = new(StringComparer.Ordinal);
    private readonly List<string> _marks = [];
    private int _count;

    /// <summary>The tokens of a place in order; null parts what does not follow one another.</summary>
    internal IReadOnlyList<string?> TokensOf(Place place) => _places[(int)place];

    /// <summary>What it belongs to (<see cref="Mark"/>).</summary>
    internal IReadOnlyList<string> Marks => _marks;

    /// <summary>Folded words of letters, for <see cref="SearchWord"/>.</summary>
    internal IReadOnlyCollection<string> Words => _words;

    /// <param name="weight">What a word here counts beside one of the body.</param>
    public IndexedText Add(Place place, string? text, double weight)
    {
        if (string.IsNullOrWhiteSpace(text)) return this;
        var tokens = _places[(int)place];
        if (tokens.Count > 0) tokens.Add(null);
        foreach (var token in Tokens.OfText(text, stems))
        {
            if (_count++ >= MostTokens) break;
            tokens.Add(token.Text);
            Count(token.Text, weight);
            if (token.Whole != token.Text) Count(TermWeights.Whole(token.Whole), weight);
            if (token.Whole.Length is >= ShortestWord and <= LongestWord && token.Whole.All(char.IsLetter) && token.Whole[0] < '\u0E00') _words.Add(token.Whole);
        }
        return this;
    }

    /// <summary>Says that it belongs to something that a search may be kept to. No word begins as a mark does.</summary>
    public IndexedText Add(string mark)
    {
        _marks.Add(mark);
        return this;
    }

    internal byte[] Weigh() => TermWeights.Of(_terms, _count);

    private void Count(string term, double weight) => _terms[term] = _terms.GetValueOrDefault(term) + weight;
}

/// <summary>The names of what a story belongs to.</summary>
internal static class Mark
{
    internal static string Edition(long id) => Of('e', id);
    internal static string Section(long id) => Of('s', id);
    internal static string Topic(long id) => Of('t', id);
    internal static string Contributor(long id) => Of('c', id);

    private static string Of(char kind, long id) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"_{kind}{id}");
}
