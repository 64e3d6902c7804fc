using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Translations.Reading;

/// <summary>A story of a set as readers find it now.</summary>
/// <param name="Path">On the paper.</param>
public sealed record StoryOfSet(Article Article, PaperEdition Edition, string Path)
{
    /// <summary>Search engines are welcome to this page: it is not hidden from them, and its original does not stand on another paper.</summary>
    internal bool IsListed => !Article.IsHiddenFromSearchEngines && Article.Source is not { CanonicalUrl.Length: > 0 };
}

/// <summary>A story and its translations.</summary>
/// <param name="Own">The story as a translation; null: it is the source, or alone.</param>
/// <param name="Source">The original, whether readers find it or not; null where the story is alone.</param>
/// <param name="Stories">All that readers find, in the order of the editions. What is withdrawn or not out yet is not here.</param>
public sealed record StorySet(Translation? Own, Article? Source, IReadOnlyList<StoryOfSet> Stories)
{
    internal static StorySet Alone { get; } = new(null, null, []);

    /// <summary>The page that search engines show to whoever reads none of the languages: that of the first edition which has one.</summary>
    public StoryOfSet? Default => Listed is { Count: > 1 } listed ? listed[0] : null;

    /// <summary>
    /// What a search engine is told on each of these pages alike, each one's own page among them; empty where there is nothing to choose between. Two editions
    /// in one language cannot both be its page: the first one is.
    /// </summary>
    public IReadOnlyList<StoryOfSet> AlternatesOf(Article article) =>
        Listed is { Count: > 1 } listed && listed.Any(story => story.Article.Id == article.Id) ? listed : [];

    private List<StoryOfSet> Listed => [.. Stories.Where(story => story.IsListed).DistinctBy(story => story.Edition.Language.ToUpperInvariant())];
}

/// <summary>Finds the translations of a story for the pages of readers; asked by several pieces of a page, it looks once.</summary>
public sealed class StorySets(Newspaper newspaper, TimeProvider clock)
{
    private (long Article, StorySet Set)? _last;

    public async Task<StorySet> OfAsync(Article article, CancellationToken stop)
    {
        if (_last is { } last && last.Article == article.Id) return last.Set;
        var set = await FindAsync(article.Id, stop);
        _last = (article.Id, set);
        return set;
    }

    // A page depends on the rows of its set and on the names of its lists: of what else is translated it knows nothing.
    private async Task<StorySet> FindAsync(long article, CancellationToken stop)
    {
        newspaper.ReadsList(TranslationLists.Of(article));
        var links = await newspaper.Translations.AsNoTracking().InSetOf(article).ByRows("translations").ToListAsync(stop);
        if (links.Count == 0) return StorySet.Alone;

        var source = links[0].SourceId;
        newspaper.ReadsList(TranslationLists.Of(source));
        long[] ids = [source, .. links.Select(link => link.ArticleId)];
        // All of them, what is not out included: each row is noted, and says when it comes out or goes.
        var articles = await newspaper.Articles.AsNoTracking().ByRows("articles").Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, stop);
        var editions = await newspaper.AllEditionsAsync(stop);
        var sections = new Dictionary<long, string>();
        foreach (var edition in articles.Values.Select(row => row.EditionId).Distinct())
            foreach (var section in await newspaper.SectionsOfAsync(edition, stop)) sections[section.Id] = section.Slug;

        var now = clock.GetUtcNow();
        return new(links.FirstOrDefault(link => link.ArticleId == article), articles[source],
            [.. from edition in editions
                from row in articles.Values
                where row.EditionId == edition.Id && row.IsPublished && (row.RightsEnd is not { } end || end > now) && sections.ContainsKey(row.SectionId ?? 0)
                let paper = edition.ForPaper()
                select new StoryOfSet(row, paper, paper.At(PaperOrigin.Path(sections[row.SectionId!.Value], row.Slug)))]);
    }
}
