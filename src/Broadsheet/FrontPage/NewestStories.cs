using Broadsheet.Articles;
using Broadsheet.Articles.Reading;
using Broadsheet.Paper;
using Broadsheet.Storage;

namespace Broadsheet.FrontPage;

/// <summary>The newest stories while one page is arranged: zones that fill with them ask the database once together.</summary>
/// <param name="likely">How many all such zones may need.</param>
internal sealed class NewestStories(Newspaper newspaper, StoryViews views, PaperEdition edition, DateTimeOffset now, int likely)
{
    private readonly Dictionary<string, (IReadOnlyList<StoryView> Stories, int Asked)> _known = [];

    internal async Task<IReadOnlyList<StoryView>> WithoutAsync(IReadOnlySet<long> taken, List<ArticleKind> kinds, int count, CancellationToken stop)
    {
        var key = string.Join(' ', kinds.Order());
        if (!_known.TryGetValue(key, out var known)) _known[key] = known = (await AskAsync(StoriesBesides.None, kinds, Math.Max(count, likely), stop), Math.Max(count, likely));

        return await known.Stories.BesidesAsync(known.Asked, taken, count, () => AskAsync(taken, kinds, count, stop));
    }

    private Task<IReadOnlyList<StoryView>> AskAsync(IReadOnlySet<long> taken, List<ArticleKind> kinds, int count, CancellationToken stop) =>
        views.OfAsync(newspaper.Latest(edition.Id, now).Besides(taken, kinds).Take(count), edition, stop);
}

internal static class StoriesBesides
{
    internal static readonly IReadOnlySet<long> None = new HashSet<long>();

    extension(IReadOnlyList<StoryView> newest)
    {
        /// <summary>The first of a list besides those that have a place already: of its newest, which are known, or asked for once more where too many of those are taken.</summary>
        /// <param name="asked">As many as the newest were asked for: where fewer were found, there are no more.</param>
        internal async Task<IReadOnlyList<StoryView>> BesidesAsync(int asked, IReadOnlySet<long> taken, int count, Func<Task<IReadOnlyList<StoryView>>> again)
        {
            List<StoryView> free = [.. newest.Where(story => !taken.Contains(story.ArticleId)).Take(count)];
            return free.Count == count || newest.Count < asked ? free : await again();
        }
    }

    extension(IQueryable<Article> articles)
    {
        /// <summary>Without stories that have a place already, and without some kinds.</summary>
        internal IQueryable<Article> Besides(IReadOnlySet<long> taken, List<ArticleKind> kinds)
        {
            var ids = taken.ToList();
            if (ids.Count > 0) articles = articles.Where(article => !ids.Contains(article.Id));
            return kinds.Count > 0 ? articles.Where(article => !kinds.Contains(article.Kind)) : articles;
        }
    }
}
