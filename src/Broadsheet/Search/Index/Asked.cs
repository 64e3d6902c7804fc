using Broadsheet.Storage;
using Broadsheet.Search.Words;

namespace Broadsheet.Search.Index;

/// <summary>What must, or must not, stand there: one word, or several one after the other.</summary>
public sealed record Clause(IReadOnlyList<QueryToken> Tokens)
{
    /// <summary>A run of a script without spaces: the words in it may stand apart.</summary>
    public bool IsLoose { get; init; }

    /// <summary>A word that may go on: "harb" finds the harbour, "harbours" still the harbour.</summary>
    internal Clause Begun() => Tokens is [{ IsBeginning: false, Text.Length: > 2 } token]
        ? this with { Tokens = [token with { Text = token.Text[..token.Text.AsSpan().CommonPrefixLength(token.Whole)], IsBeginning = true }] }
        : this;
}

/// <summary>A question as the databases are asked it.</summary>
/// <param name="Marks">Of each group one must be there.</param>
/// <param name="From">Keys from here.</param>
/// <param name="To">And up to here.</param>
internal sealed record Asked(IReadOnlyList<Clause> Wanted, IReadOnlyList<Clause> Unwanted, IReadOnlyList<IReadOnlyList<string>> Marks, long From = long.MinValue, long To = long.MaxValue)
{
    /// <summary>By what those that answer are put in order.</summary>
    internal IReadOnlyList<Clause> Weighed { get; init; } = Wanted;
}

/// <summary>A full-text index of a database: what each calls differently.</summary>
internal interface IIndexSql
{
    /// <summary>Makes the tables that are not there. What stands in them can be made again from the rest, so no migration keeps them.</summary>
    Task PrepareAsync(Newspaper newspaper, CancellationToken stop);

    /// <summary>Waits for whoever changes these stories now: an entry made of what they were before must not come after theirs.</summary>
    Task LockAsync(Newspaper newspaper, IReadOnlyCollection<long> articles, CancellationToken stop);

    Task PutAsync(Newspaper newspaper, string index, long key, IndexedText text, CancellationToken stop);

    Task RemoveAsync(Newspaper newspaper, string index, IReadOnlyCollection<long> keys, CancellationToken stop);

    /// <summary>The newest keys that answer, newest first.</summary>
    /// <param name="inHead">Only where all that is wanted stands in the head.</param>
    Task<List<long>> FindAsync(Newspaper newspaper, string index, Asked asked, bool inHead, int most, CancellationToken stop);

    /// <summary>Counts words of an edition up or down, each by its own number; what is at nought is gone.</summary>
    Task CountAsync(Newspaper newspaper, long edition, IReadOnlyDictionary<string, int> words, CancellationToken stop);

    /// <summary>After many changes: puts in order what grew piece by piece.</summary>
    Task TidyAsync(Newspaper newspaper, string index, CancellationToken stop);
}
