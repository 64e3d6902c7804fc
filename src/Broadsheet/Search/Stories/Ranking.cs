using Broadsheet.Search.Index;

namespace Broadsheet.Search.Stories;

/// <summary>One formula for both databases: what a story is about, then how new it is.</summary>
internal static class Ranking
{
    // The word as it was typed counts beside its stem; a beginning is weighed where it is a whole word.
    private const double AsTyped = 0.5, Beginning = 40, Together = 1.25;

    internal static double Score(SearchTerms[] wanted, byte[] weights, DateTimeOffset at, DateTimeOffset now) => Aged(wanted.Sum(terms => terms.Of(weights)), at, now);

    /// <summary>What is old counts less, down to three fifths.</summary>
    internal static double Aged(double score, DateTimeOffset at, DateTimeOffset now) => score * (0.6 + 0.4 / (1 + Math.Max(0, (now - at).TotalDays / 365)));

    internal static SearchTerms[] TermsOf(IReadOnlyList<Clause> wanted) => [.. wanted.Select(clause => new SearchTerms(clause))];

    internal sealed class SearchTerms(Clause clause)
    {
        private readonly (uint Stem, uint Whole, bool IsBeginning)[] _tokens =
            [.. clause.Tokens.Select(token => (TermWeights.Hash(token.Text), TermWeights.Hash(token.Whole == token.Text ? token.Text : TermWeights.Whole(token.Whole)), token.IsBeginning))];

        internal double Of(byte[] weights) =>
            _tokens.Average(token => (token.IsBeginning ? Beginning : 0) + TermWeights.Find(weights, token.Stem) + AsTyped * TermWeights.Find(weights, token.Whole)) * (_tokens.Length > 1 ? Together : 1);
    }
}
