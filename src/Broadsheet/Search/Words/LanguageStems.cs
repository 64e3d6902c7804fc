using Lucene.Net.Analysis.Bg;
using Lucene.Net.Analysis.Cz;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.El;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Hi;
using Lucene.Net.Analysis.Id;
using Lucene.Net.Analysis.It;
using Lucene.Net.Analysis.Lv;
using Lucene.Net.Analysis.Pt;
using Lucene.Net.Tartarus.Snowball;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace Broadsheet.Search.Words;

/// <summary>The stemmers of Lucene.Net by language: Snowball's, and where that one leans on accents (which readers leave out) the light one that does not.</summary>
internal sealed class LanguageStems
{
    private delegate int Light(char[] word, int length);

    // A stemmer keeps the word it is at: one at a time. Whoever asks remembers the answer.
    private readonly Lock _turn = new();
    private readonly Func<string, string> _stem;

    private LanguageStems(Func<string, string> stem) => _stem = stem;

    internal string Of(string word)
    {
        lock (_turn) return _stem(word) is { Length: > 0 } stem ? stem : word;
    }

    internal static LanguageStems? Find(string language) => language switch
    {
        "bg" => new(Lightly(new BulgarianStemmer().Stem)),
        "ca" => new(Snowball(new CatalanStemmer())),
        "cs" or "sk" => new(Lightly(new CzechStemmer().Stem)),
        "da" => new(Snowball(new DanishStemmer())),
        "de" => new(Lightly(new GermanLightStemmer().Stem)),
        "el" => new(Lightly(new GreekStemmer().Stem)),
        "en" => new(Snowball(new EnglishStemmer())),
        "es" => new(Spanish(Lightly(new SpanishLightStemmer().Stem))),
        "eu" => new(Snowball(new BasqueStemmer())),
        "fi" => new(Snowball(new FinnishStemmer())),
        "fr" => new(Lightly(new FrenchLightStemmer().Stem)),
        "ga" => new(Snowball(new IrishStemmer())),
        "hi" => new(Lightly(new HindiStemmer().Stem)),
        "hu" => new(Snowball(new HungarianStemmer())),
        "hy" => new(Snowball(new ArmenianStemmer())),
        "id" or "ms" => new(Lightly((word, length) => new IndonesianStemmer().Stem(word, length, stemDerivational: false))),
        "it" => new(Lightly(new ItalianLightStemmer().Stem)),
        "lv" => new(Lightly(new LatvianStemmer().Stem)),
        "nl" => new(Snowball(new Lucene.Net.Tartarus.Snowball.Ext.DutchStemmer())),
        "no" or "nb" or "nn" => new(Snowball(new NorwegianStemmer())),
        "pt" => new(Portuguese(Lightly(new PortugueseLightStemmer().Stem))),
        "ro" => new(Snowball(new RomanianStemmer())),
        "ru" => new(Snowball(new RussianStemmer())),
        "sv" => new(Snowball(new SwedishStemmer())),
        "tr" => new(Snowball(new TurkishStemmer())),
        _ => null,
    };

    // Eleições are of one eleição; the stemmer knows it by the tilde alone.
    private static Func<string, string> Portuguese(Func<string, string> light) => word => light(word.Length > 4 && (word.EndsWith("oes", StringComparison.Ordinal) || word.EndsWith("aes", StringComparison.Ordinal)) ? word[..^3] + "ao" : word);

    // The stemmer leaves words of four letters as they are, and takes the ending from their plurals.
    private static Func<string, string> Spanish(Func<string, string> light) => word => word.Length == 4 && word[^1] is ('a' or 'e' or 'o') ? word[..^1] : light(word);

    private static Func<string, string> Snowball(SnowballProgram program) => word =>
    {
        program.SetCurrent(word);
        program.Stem();
        return program.Current;
    };

    // They write into the word they are given, and Greek's a letter beyond it.
    private static Func<string, string> Lightly(Light light) => word =>
    {
        var letters = new char[word.Length + 2];
        word.CopyTo(letters);
        return new(letters, 0, light(letters, word.Length));
    };
}
