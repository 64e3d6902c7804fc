using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Search.Index;
using Broadsheet.Search.Words;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Search.Stories;

/// <summary>
/// Finds stories that share what tells a story from others: the words that weigh much in it and stand in few. The index is asked for the newest that have any
/// of a dozen such words, and for the newest on the same topics; those are weighed against the story, so the largest archive costs no more than a small one.
/// </summary>
internal sealed class Likeness(Newspaper newspaper)
{
    private const int MostTerms = 12, MostWithTerms = 120, MostOnTopics = 40, MostTopics = 6;

    // A word that stands in every fourth story tells none from the others, and costs the index most.
    private const int FewStories = 4;

    // One word in common is chance.
    private const int LeastShared = 2;

    // About what a word counts that stands in both headlines and in one story of a hundred.
    private const double SharedTopic = 1.5;

    /// <summary>Ids of the likest, first the likest; of two alike the newer. Nothing of it depends on the hour at which it is asked.</summary>
    /// <param name="article">Published and indexed, with its topics.</param>
    internal async Task<IReadOnlyList<long>> FindAsync(Article article, int most, CancellationToken stop)
    {
        var topics = article.Topics.Select(row => row.TopicId).Take(MostTopics).ToList();
        var terms = await TermsAsync(article, stop);
        IReadOnlyList<string> edition = [Mark.Edition(article.EditionId)];
        var keys = new HashSet<long>();
        if (terms.Count > 0) keys.UnionWith(await NewestAsync([.. terms.Select(term => term.Stem)], MostWithTerms));
        if (topics.Count > 0) keys.UnionWith(await NewestAsync([.. topics.Select(Mark.Topic)], MostOnTopics));
        if (keys.Count == 0) return [];

        var found = await newspaper.SearchEntries.AsNoTracking().Where(row => keys.Contains(row.Id) && row.ArticleId != article.Id).Select(row => new { row.Id, row.ArticleId, row.Terms }).ToListAsync(stop);
        var shared = await SharedTopicsAsync([.. found.Select(row => row.ArticleId)], topics, stop);
        var from = article.PublishedAt!.Value;
        return [.. found
            .Select(row => (Row: row, Words: terms.Select(term => term.Weight * TermWeights.Find(row.Terms, term.Hash)).Where(weight => weight > 0).ToList(), Topics: shared.GetValueOrDefault(row.ArticleId)))
            .Where(one => one.Topics > 0 || one.Words.Count >= LeastShared)
            .OrderByDescending(one => Ranking.Aged(one.Words.Sum() + one.Topics * SharedTopic, EntryKey.MomentOf(one.Row.Id), from)).ThenByDescending(one => one.Row.Id)
            .Take(most).Select(one => one.Row.ArticleId)];

        Task<List<long>> NewestAsync(IReadOnlyList<string> any, int count) =>
            ArticleIndex.Of(newspaper).FindAsync(newspaper, ArticleIndex.Paper, new Asked([], [], [any, edition]), inHead: false, count, stop);
    }

    // The words of the story that others have too, by how much it is about them and how few those others are.
    private async Task<IReadOnlyList<Term>> TermsAsync(Article article, CancellationToken stop)
    {
        if (await newspaper.SearchEntries.AsNoTracking().Where(row => row.ArticleId == article.Id).Select(row => new { row.Words, row.Terms }).FirstOrDefaultAsync(stop) is not { } own) return [];

        var words = own.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var counts = await newspaper.SearchWords.AsNoTracking().Where(row => row.EditionId == article.EditionId && words.Contains(row.Word)).Select(row => new { row.Word, row.Entries }).ToListAsync(stop);
        if (counts.Count == 0) return [];

        var stems = Stems.Of(await newspaper.Editions.Where(row => row.Id == article.EditionId).Select(row => row.Language).SingleAsync(stop));
        // What stands in the most stories stands in about all of them.
        var all = counts.Max(row => row.Entries);
        return [.. counts.GroupBy(row => stems.Stem(row.Word)).Select(same => (Stem: same.Key, Entries: Math.Min(all, same.Sum(row => row.Entries))))
            .Where(one => one.Entries > 1 && one.Entries <= Math.Max(FewStories, all / 4)).Select(one => Term.Of(one.Stem, one.Entries, all, own.Terms)).Where(term => term.Weight > 0).OrderByDescending(term => term.Weight).Take(MostTerms)];
    }

    private async Task<Dictionary<long, int>> SharedTopicsAsync(List<long> articles, List<long> topics, CancellationToken stop) => topics.Count == 0 ? []
        : await newspaper.Set<ArticleTopic>().AsNoTracking().Where(row => topics.Contains(row.TopicId) && articles.Contains(row.ArticleId)).GroupBy(row => row.ArticleId).Select(row => new { row.Key, Count = row.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, stop);

    /// <param name="Weight">How much the story is about it, times how rare it is.</param>
    private sealed record Term(string Stem, uint Hash, double Weight)
    {
        private const double Whole = 255 * 255;

        internal static Term Of(string stem, int entries, int all, byte[] own)
        {
            var hash = TermWeights.Hash(stem);
            return new(stem, hash, Math.Log((double)all / entries) * TermWeights.Find(own, hash) / Whole);
        }
    }
}
