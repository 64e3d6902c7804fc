using Broadsheet.Articles;
using Broadsheet.Articles.Reading;
using Broadsheet.Paper;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;

namespace Broadsheet.Popularity;

/// <summary>The stories readers are shown as popular: the day's first, and on quiet days the week's and the month's after them.</summary>
public sealed class MostRead(Newspaper newspaper, PopularStories rankings, StoryViews views, TimeProvider clock)
{
    /// <param name="shown">Stories that stand elsewhere on the page already.</param>
    public async Task<IReadOnlyList<StoryView>> InAsync(PaperEdition edition, ICollection<long> shown, int most, CancellationToken stop)
    {
        newspaper.ReadsList(PopularStories.ListOf(edition.Id));
        var ranked = new List<long>();
        foreach (var window in Enum.GetValues<PopularWindow>())
        {
            var stories = await rankings.InAsync(new(edition.Id, null, window));
            ranked.AddRange(stories.Where(id => !shown.Contains(id) && !ranked.Contains(id)));
            if (ranked.Count >= most) break;
        }

        // The ranking may be seconds old: what was barred or withdrawn since must not be shown.
        var found = await newspaper.SharedAsync(("popular", edition, string.Join(' ', ranked)), () =>
        {
            // One that could not be shown just now has no row here, and comes back with this list.
            newspaper.ReadsList(ArticleLists.Latest(edition.Id));
            return views.OfAsync(newspaper.Articles.ByRows("articles").Rankable(clock.GetUtcNow()).InEdition(edition.Id).Where(article => ranked.Contains(article.Id)), edition, stop);
        });
        return [.. found.OrderBy(story => ranked.IndexOf(story.ArticleId)).Take(most)];
    }
}
