using Broadsheet.Document.Folding;
using Broadsheet.Document.Rendering;
using Broadsheet.Storage;
using Broadsheet.Topics;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles;

/// <summary>Topics that a story is likely to be about: those that its words name, and those that stand beside its own in the archive.</summary>
internal static class TopicSuggestions
{
    private const int MostNamed = 8;
    private const int MostBeside = 3;

    // How far back the archive is asked, and how many stories must say so.
    private const int Stories = 500;
    private const int FewestBeside = 3;

    /// <param name="topics">The edition's.</param>
    /// <param name="own">Ids of those that the story has.</param>
    /// <returns>Others, the likeliest first.</returns>
    public static async Task<IReadOnlyList<Topic>> ForAsync(ArticleContent content, IReadOnlyList<Topic> topics, IReadOnlyCollection<long> own, Newspaper newspaper, CancellationToken stop)
    {
        var named = NamedIn(content, topics.Where(topic => !own.Contains(topic.Id))).Take(MostNamed);
        var beside = own.Count == 0 ? [] : await BesideAsync(own, newspaper, stop);
        return [.. named.Union(beside.Select(id => topics.FirstOrDefault(topic => topic.Id == id)).OfType<Topic>())];
    }

    // Folded as the search folds them: an accent, a final letter or a vowel point is no other word.
    private static IEnumerable<Topic> NamedIn(ArticleContent content, IEnumerable<Topic> topics)
    {
        var text = Folded($"{content.Headline} {content.Standfirst} {new PlainTextRenderer(NoParts.Instance).Render(content.Body.ForPublication())}");
        return topics.Select(topic => (Topic: topic, Times: topic.Synonyms.Prepend(topic.Name).Sum(name => TimesIn(text, Folded(name))))).Where(topic => topic.Times > 0)
            .OrderByDescending(topic => topic.Times).Select(topic => topic.Topic);
    }

    private static async Task<List<long>> BesideAsync(IReadOnlyCollection<long> own, Newspaper newspaper, CancellationToken stop)
    {
        var places = newspaper.Set<ArticleTopic>();
        var alike = places.Where(row => own.Contains(row.TopicId)).OrderByDescending(row => row.PublishedAt).Take(Stories).Select(row => row.ArticleId);
        return await places.Where(row => alike.Contains(row.ArticleId) && !own.Contains(row.TopicId)).GroupBy(row => row.TopicId)
            .Where(list => list.Count() >= FewestBeside).OrderByDescending(list => list.Count()).ThenBy(list => list.Key).Select(list => list.Key).Take(MostBeside).ToListAsync(stop);
    }

    private static string Folded(string text) => $" {string.Join(' ', Word.In(text).Select(word => word.Folded))} ";

    // A space stands at both ends of each, and between two of the same name only one.
    private static int TimesIn(string text, string name)
    {
        var times = 0;
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0 && name.Length > 2; at = text.IndexOf(name, at + name.Length - 1, StringComparison.Ordinal)) times++;
        return times;
    }
}
