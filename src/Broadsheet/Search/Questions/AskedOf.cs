using Broadsheet.Document.Folding;
using Broadsheet.Search.Index;
using Broadsheet.Search.Words;

namespace Broadsheet.Search.Questions;

/// <summary>What the databases are asked of a question's parts.</summary>
internal static class AskedOf
{
    // Two letters are a word in these scripts as a rule: a run of four is two words that need not stand together.
    private const int WordOfTwo = 2;

    internal static Asked Parts(IReadOnlyList<Part> parts, string language)
    {
        var stems = Stems.Of(language);
        var wanted = parts.Where(part => !part.IsUnwanted).SelectMany(part => Clauses(part, stems)).ToList();
        var telling = wanted.Where(clause => clause.Tokens.Count > 1 || !StopWords.Has(language, clause.Tokens[0].Whole)).ToList();
        if (telling.Count > 0) wanted = telling;
        return new([.. wanted.SelectMany(Loosened)], [.. parts.Where(part => part.IsUnwanted).SelectMany(part => Clauses(part, stems))], []) { Weighed = wanted };
    }

    /// <summary>The same while somebody is still typing: the last word may be the beginning of one.</summary>
    internal static Asked Unfinished(this Asked asked) => asked with { Wanted = Unfinished(asked.Wanted), Weighed = Unfinished(asked.Weighed) };

    private static IReadOnlyList<Clause> Unfinished(IReadOnlyList<Clause> clauses) => clauses is [.., var last] ? [.. clauses.SkipLast(1), last.Begun()] : clauses;

    // What is typed without a space (2026-11, Jean-Pierre) stands together in what is found, too.
    private static IEnumerable<Clause> Clauses(Part part, Stems stems)
    {
        var words = Word.In(part.Text).Select(word => (word.Grams, Tokens: Tokens.OfQuestion(word, stems))).ToList();
        if (part.IsPhrase) return Runs(words.SelectMany(word => word.Tokens)).Select(run => new Clause(run));
        if (part.Text.Any(char.IsWhiteSpace)) return words.Select(word => new Clause(word.Tokens) { IsLoose = word.Grams == WordOfTwo });

        return Runs(words.Where(word => word.Grams == 0).SelectMany(word => word.Tokens)).Select(run => new Clause(run))
            .Concat(words.Where(word => word.Grams > 0).Select(word => new Clause(word.Tokens) { IsLoose = word.Grams == WordOfTwo }));
    }

    private static IEnumerable<Clause> Loosened(Clause clause) => !clause.IsLoose || clause.Tokens.Count < 3 ? [clause]
        : clause.Tokens.Where((_, at) => at % 2 == 0 || at == clause.Tokens.Count - 1).Select(token => new Clause([token]));

    // Only the last word of a phrase can be a beginning; one in the middle parts it.
    private static IEnumerable<IReadOnlyList<QueryToken>> Runs(IEnumerable<QueryToken> tokens)
    {
        var run = new List<QueryToken>();
        foreach (var token in tokens)
        {
            run.Add(token);
            if (!token.IsBeginning) continue;
            yield return run;
            run = [];
        }
        if (run.Count > 0) yield return run;
    }
}
