using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Search.Stories;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.RedirectDesk.Missed;

/// <summary>Guesses which story somebody looked for: one with the same slug elsewhere, else of those that the search finds by the slug's words the one most alike.</summary>
public sealed class NearestStory(Newspaper newspaper, StorySearch search, TimeProvider clock)
{
    // Below this, two slugs of the same subject are no more alike than any two.
    private const double Alike = 0.5;

    private const int FewestLetters = 4;

    /// <returns>Paths by what was missed, where there is a guess.</returns>
    public async Task<IReadOnlyDictionary<string, string>> FindAsync(IReadOnlyList<string> missed, CancellationToken stop)
    {
        var editions = await newspaper.AllEditionsAsync(stop);
        var sections = await newspaper.Sections.AsNoTracking().ToDictionaryAsync(row => row.Id, stop);
        var (slugs, keys, found) = (missed.Select(SlugOf).Distinct().ToList(), sections.Keys.ToList(), new Dictionary<string, string>(StringComparer.Ordinal));
        var same = (await newspaper.Articles.AsNoTracking().Published(clock.GetUtcNow()).Where(row => keys.Contains(row.SectionId!.Value) && slugs.Contains(row.Slug)).OrderByDescending(row => row.PublishedAt).Take(200).ToListAsync(stop)).ToLookup(row => row.Slug, StringComparer.Ordinal);
        foreach (var path in missed)
        {
            var edition = editions.Find(row => row.Code.Length > 0 && path.StartsWith($"/{row.Code}/", StringComparison.Ordinal)) ?? editions.Find(row => row.Code.Length == 0) ?? editions.FirstOrDefault();
            if (edition is null) break;
            var story = same[SlugOf(path)].OrderByDescending(row => row.EditionId == edition.Id).FirstOrDefault() ?? await LikeAsync(edition, SlugOf(path), stop);
            if (story is not null && sections.TryGetValue(story.SectionId ?? 0, out var section)) found[path] = editions.First(row => row.Id == story.EditionId).PathOf($"/{section.Slug}/{story.Slug}");
        }
        return found;
    }

    private async Task<Article?> LikeAsync(Edition edition, string slug, CancellationToken stop)
    {
        var words = slug.Split('-').Where(word => word.Length >= FewestLetters && !word.All(char.IsAsciiDigit)).OrderByDescending(word => word.Length).ToList();
        // All of them, in vain if one is mistyped; then the longest alone, and the next.
        foreach (var sought in words.Take(2).Prepend(string.Join(' ', words)).Where(sought => sought.Length > 0).Distinct())
        {
            var ids = await search.NewestAsync(edition, new Sought(sought), stop);
            var stories = await newspaper.Articles.AsNoTracking().Published(clock.GetUtcNow()).Where(row => ids.Contains(row.Id)).ToListAsync(stop);
            if (stories.Select(story => (Story: story, Likeness: Likeness(slug, story.Slug))).OrderByDescending(one => one.Likeness).FirstOrDefault() is { Story: { } story, Likeness: >= Alike }) return story;
        }
        return null;
    }

    private static string SlugOf(string path)
    {
        var last = path[(path.LastIndexOf('/') + 1)..];
        return last.LastIndexOf('.') is > 0 and var dot ? last[..dot] : last;
    }

    /// <summary>Dice's coefficient over pairs of letters: 1 for the same word, 0 for two without a pair in common.</summary>
    internal static double Likeness(string one, string other)
    {
        var (pairs, others) = (Pairs(one), Pairs(other));
        return pairs.Count + others.Count == 0 ? 0 : 2.0 * pairs.Count(others.Contains) / (pairs.Count + others.Count);
    }

    private static HashSet<string> Pairs(string word) => [.. Enumerable.Range(0, Math.Max(0, word.Length - 1)).Select(at => word.Substring(at, 2))];
}
