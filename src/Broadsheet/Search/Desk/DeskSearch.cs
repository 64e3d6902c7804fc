using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Pictures;
using Broadsheet.Search.Index;
using Broadsheet.Search.Questions;
using Broadsheet.Search.Stories;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Search.Desk;

/// <summary>A version of a story in which it stands.</summary>
public sealed record FoundVersion(Article Article, int Number, DateTimeOffset MadeAt);

/// <summary>What the newsroom's search found, the best first.</summary>
/// <param name="Versions">Of stories in whose draft it does not stand.</param>
public sealed record DeskFound(IReadOnlyList<Article> Drafts, IReadOnlyList<FoundVersion> Versions, IReadOnlyList<Picture> Pictures)
{
    internal static DeskFound Nothing { get; } = new([], [], []);
}

/// <summary>Searches drafts, versions and pictures by their text, for somebody: what she may not see is not there.</summary>
public sealed class DeskSearch(Newspaper newspaper, TimeProvider clock)
{
    // Of the newest so many the best are found; a common word is found often enough among them.
    private const int MostWeighed = 400, Most = 12;

    public async Task<DeskFound> FindAsync(Staff staff, string? typed, CancellationToken stop)
    {
        var question = Question.Read(typed);
        if (question.Parts.All(part => part.IsUnwanted)) return DeskFound.Nothing;

        var asked = AskedOf.Parts(question.Parts, "und");
        asked = asked with { Wanted = [.. asked.Wanted.Select(clause => clause.Begun())], Weighed = [.. asked.Weighed.Select(clause => clause.Begun())] };
        var drafts = await TargetsAsync(asked, DeskKind.Draft, stop);
        var versions = staff.May(Permission.WriteArticles) ? await TargetsAsync(asked, DeskKind.Version, stop) : [];
        var pictures = staff.May(Permission.AddPictures) ? await TargetsAsync(asked, DeskKind.Picture, stop) : [];

        var stories = await newspaper.Articles.AsNoTracking().VisibleTo(staff).Where(row => drafts.Contains(row.Id)).ToDictionaryAsync(row => row.Id, stop);
        return new(
            [.. drafts.Select(stories.GetValueOrDefault).OfType<Article>().Take(Most)], await VersionsAsync(staff, versions, stories, stop),
            [.. InOrder(pictures, await newspaper.Pictures.AsNoTracking().Where(row => pictures.Contains(row.Id)).ToListAsync(stop), picture => picture.Id).Take(Most)]);
    }

    // One a story, and none of a story that is found by its draft.
    private async Task<IReadOnlyList<FoundVersion>> VersionsAsync(Staff staff, List<long> ids, Dictionary<long, Article> drafts, CancellationToken stop)
    {
        var rows = await newspaper.ArticleVersions.AsNoTracking().Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.ArticleId, row.Number, row.MadeAt }).ToListAsync(stop);
        var others = rows.Select(row => row.ArticleId).Where(id => !drafts.ContainsKey(id)).ToHashSet();
        var stories = await newspaper.Articles.AsNoTracking().VisibleTo(staff).Where(row => others.Contains(row.Id)).ToDictionaryAsync(row => row.Id, stop);
        return [.. InOrder(ids, rows, row => row.Id).Where(row => stories.ContainsKey(row.ArticleId)).DistinctBy(row => row.ArticleId).Take(Most).Select(row => new FoundVersion(stories[row.ArticleId], row.Number, row.MadeAt))];
    }

    private async Task<List<long>> TargetsAsync(Asked asked, DeskKind kind, CancellationToken stop)
    {
        var keys = await ArticleIndex.Of(newspaper).FindAsync(newspaper, ArticleIndex.Desk, asked with { Marks = [[DeskIndexing.MarkOf(kind)]] }, inHead: false, MostWeighed, stop);
        var (terms, now) = (Ranking.TermsOf(asked.Weighed), clock.GetUtcNow());
        return [.. (await newspaper.DeskEntries.AsNoTracking().Where(row => keys.Contains(row.Id)).ToListAsync(stop))
            .OrderByDescending(row => Ranking.Score(terms, row.Terms, EntryKey.MomentOf(row.Id), now)).ThenByDescending(row => row.Id).Select(row => row.TargetId)];
    }

    private static IEnumerable<T> InOrder<T>(List<long> ids, IEnumerable<T> rows, Func<T, long> id)
    {
        var byId = rows.ToDictionary(id);
        return ids.Where(byId.ContainsKey).Select(one => byId[one]);
    }
}
