using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Search.Index;
using Broadsheet.Search.Questions;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Search.Stories;

/// <summary>
/// Searches what is published in an edition. The database is asked for the newest that answer, and for the newest that are about it, never for all: so
/// the largest archive costs no more than a year of it.
/// </summary>
public sealed class StorySearch(Newspaper newspaper, TimeProvider clock)
{
    /// <summary>How many are counted, and can be leafed through.</summary>
    public const int MostCounted = 1000;

    public const int PageLength = 10, LastPage = MostCounted / PageLength;

    // Of the newest so many, and of those with all of it in headline or topics so many more, the best are found.
    private const int MostWeighed = 250, MostInHead = 250, InFeed = 60;

    public async Task<Found> FindAsync(Edition edition, Sought sought, CancellationToken stop)
    {
        if (sought.Question.IsEmpty) return Found.Nothing;

        var zone = ZoneOf(edition);
        var asked = await ReadAsync(sought, edition, zone, stop);
        var index = ArticleIndex.Of(newspaper);
        var wide = await index.FindAsync(newspaper, ArticleIndex.Paper, asked, inHead: false, MostCounted + 1, stop);
        var isMore = wide.Count > MostCounted;
        var sections = await SectionsOfAsync(wide, stop);

        var (narrow, keys, isMoreKept) = (await NarrowAsync(asked, sought, edition, zone, stop), wide, isMore);
        if (narrow != asked)
        {
            keys = await index.FindAsync(newspaper, ArticleIndex.Paper, narrow, inHead: false, MostCounted + 1, stop);
            isMoreKept = keys.Count > MostCounted;
        }
        var ordered = sought.Order == SearchOrder.Newest || asked.Wanted.Count == 0 ? keys.Take(MostCounted).ToList() : await BestFirstAsync(index, narrow, keys, stop);
        var stories = await StoriesAsync(ordered.Skip((sought.Number - 1) * PageLength).Take(PageLength).ToList(), edition, stop);

        return new(stories, Math.Min(keys.Count, MostCounted), isMoreKept, sought.Number * PageLength < ordered.Count,
            [.. sections.GroupBy(section => section).Select(group => (group.Key, group.Count())).OrderByDescending(one => one.Item2)],
            [.. wide.Take(MostCounted).GroupBy(key => TimeZoneInfo.ConvertTime(EntryKey.MomentOf(key), zone).Year).Select(group => (group.Key, group.Count())).OrderByDescending(one => one.Key)], asked.Weighed)
        {
            Meant = wide.Count == 0 ? await new Guess(newspaper).FindAsync(edition, sought.Question, asked, stop) : null,
        };
    }

    /// <summary>The newest stories that answer, in no order: for a feed.</summary>
    internal async Task<IReadOnlyList<long>> NewestAsync(Edition edition, Sought sought, CancellationToken stop)
    {
        var zone = ZoneOf(edition);
        var asked = await NarrowAsync(await ReadAsync(sought, edition, zone, stop), sought, edition, zone, stop);
        var keys = await ArticleIndex.Of(newspaper).FindAsync(newspaper, ArticleIndex.Paper, asked, inHead: false, InFeed, stop);
        return await newspaper.SearchEntries.AsNoTracking().Where(row => keys.Contains(row.Id)).Select(row => row.ArticleId).ToListAsync(stop);
    }

    private static TimeZoneInfo ZoneOf(Edition edition) => edition.ForPaper().Zone;

    private async Task<Asked> ReadAsync(Sought sought, Edition edition, TimeZoneInfo zone, CancellationToken stop)
    {
        var question = sought.Question;
        var (places, parts, marks) = (new KeptPlaces(newspaper, edition), question.Parts.ToList(), new List<IReadOnlyList<string>> { new[] { Mark.Edition(edition.Id) } });
        foreach (var kept in question.Kept)
        {
            if (await places.FindAsync(kept, stop) is { } found) marks.Add(found);
            else parts.Add(new(kept.Value, IsUnwanted: false, IsPhrase: false));
        }
        var asked = AskedOf.Parts(parts, edition.Language);
        return (sought.IsTyping ? asked.Unfinished() : asked) with
        {
            Marks = marks,
            From = question.After is { } after ? EntryKey.First(after.At(zone)) : long.MinValue,
            To = question.Before is { } before ? EntryKey.First(before.At(zone)) - 1 : long.MaxValue,
        };
    }

    private async Task<Asked> NarrowAsync(Asked asked, Sought sought, Edition edition, TimeZoneInfo zone, CancellationToken stop)
    {
        if (sought.Section.Length > 0 && await new KeptPlaces(newspaper, edition).SectionsAsync(sought.Section, stop) is { Count: > 0 } section) asked = asked with { Marks = [.. asked.Marks, section] };
        if (sought.Year is not { } year) return asked;

        long First(int of) => EntryKey.First(new Day(new DateOnly(of, 1, 1)).At(zone));
        return asked with { From = Math.Max(asked.From, First(year)), To = Math.Min(asked.To, First(year + 1) - 1) };
    }

    private async Task<List<long>> BestFirstAsync(IIndexSql index, Asked asked, List<long> keys, CancellationToken stop)
    {
        var weighed = keys.Take(MostWeighed).ToHashSet();
        if (keys.Count > MostWeighed) weighed.UnionWith(await index.FindAsync(newspaper, ArticleIndex.Paper, asked, inHead: true, MostInHead, stop));

        var (terms, now) = (Ranking.TermsOf(asked.Weighed), clock.GetUtcNow());
        var best = (await newspaper.SearchEntries.AsNoTracking().Where(row => EF.Parameter(weighed).Contains(row.Id)).Select(row => new { row.Id, row.Terms }).ToListAsync(stop))
            .Select(row => (row.Id, Score: Ranking.Score(terms, row.Terms, EntryKey.MomentOf(row.Id), now))).OrderByDescending(one => one.Score).ThenByDescending(one => one.Id).Select(one => one.Id).ToList();
        return [.. best.Concat(keys.Where(key => !weighed.Contains(key))).Take(MostCounted)];
    }

    private async Task<List<long>> SectionsOfAsync(List<long> keys, CancellationToken stop) =>
        keys.Count == 0 ? [] : await newspaper.SearchEntries.AsNoTracking().Where(row => EF.Parameter(keys).Contains(row.Id)).Select(row => row.SectionId).ToListAsync(stop);

    // Asked of the stories themselves: rights that ended a minute ago are known there.
    private async Task<IReadOnlyList<Article>> StoriesAsync(List<long> keys, Edition edition, CancellationToken stop)
    {
        if (keys.Count == 0) return [];
        var ids = await newspaper.SearchEntries.AsNoTracking().Where(row => keys.Contains(row.Id)).Select(row => new { row.Id, row.ArticleId }).ToDictionaryAsync(row => row.Id, row => row.ArticleId, stop);
        var articles = await newspaper.Articles.AsNoTracking().InEdition(edition.Id).Published(clock.GetUtcNow()).Where(row => ids.Values.Contains(row.Id)).ToDictionaryAsync(row => row.Id, stop);
        return [.. keys.Select(key => articles.GetValueOrDefault(ids.GetValueOrDefault(key))).OfType<Article>()];
    }
}
