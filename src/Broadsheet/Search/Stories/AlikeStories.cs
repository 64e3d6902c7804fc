using System.Globalization;
using Broadsheet.Articles;
using Broadsheet.Articles.Reading;
using Broadsheet.Search.Index;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Search.Stories;

/// <summary>
/// Which stories are alike, found when one is indexed and kept with its entry: a page that asked the index itself would be another after each change of any
/// word anywhere, and could not know of it. A new story also goes to the head of the list of the few that are most like it.
/// </summary>
internal sealed class AlikeStories(Newspaper newspaper) : IStoryLikeness
{
    // A page shows four; the others stand in for those that are taken back.
    private const int Most = 8, MostTold = 2;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<long>> LikeAsync(Article article, int most, CancellationToken stop)
    {
        newspaper.ReadsList(ListOf(article.Id));
        return [.. Read(await newspaper.AsideAsync(() => OfAsync(article.Id, stop))).Take(most)];
    }

    /// <summary>Of a story that was indexed just now, in the same transaction.</summary>
    internal async Task FindAsync(Article article, CancellationToken stop)
    {
        var like = await new Likeness(newspaper).FindAsync(article, Most, stop);
        await KeepAsync(article.Id, like, await OfAsync(article.Id, stop), stop);
        foreach (var other in like.Take(MostTold))
        {
            var (kept, theirs) = (await OfAsync(other, stop), new List<long>());
            theirs.AddRange(Read(kept));
            if (!theirs.Contains(article.Id)) await KeepAsync(other, [.. theirs.Prepend(article.Id).Take(Most)], kept, stop);
        }
    }

    private async Task KeepAsync(long article, IReadOnlyList<long> like, string kept, CancellationToken stop)
    {
        var now = string.Join(' ', like.Select(id => id.ToString(CultureInfo.InvariantCulture)));
        if (now == kept) return;
        await newspaper.SearchEntries.Where(row => row.ArticleId == article).ExecuteUpdateAsync(set => set.SetProperty(row => row.Alike, now), stop);
        newspaper.Touch(ChangeKey.List(ListOf(article)));
    }

    private async Task<string> OfAsync(long article, CancellationToken stop) =>
        await newspaper.SearchEntries.AsNoTracking().Where(row => row.ArticleId == article).Select(row => row.Alike).FirstOrDefaultAsync(stop) ?? "";

    private static IEnumerable<long> Read(string kept) => kept.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => long.Parse(id, CultureInfo.InvariantCulture));

    private static string ListOf(long article) => string.Create(CultureInfo.InvariantCulture, $"alike:{article}");
}
