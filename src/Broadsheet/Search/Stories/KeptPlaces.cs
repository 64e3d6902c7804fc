using Broadsheet.Contributors;
using Broadsheet.Document.Folding;
using Broadsheet.Editions;
using Broadsheet.Search.Index;
using Broadsheet.Search.Questions;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Broadsheet.Topics;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Search.Stories;

/// <summary>Finds what <c>section:</c>, <c>by:</c> and <c>topic:</c> name. Who names nothing that is there has written a word.</summary>
internal sealed class KeptPlaces(Newspaper newspaper, Edition edition)
{
    // Nobody means more people than that by one name.
    private const int MostPeople = 20;

    /// <summary>The marks of which one must be there; null: nothing is called so.</summary>
    internal async Task<IReadOnlyList<string>?> FindAsync(Kept kept, CancellationToken stop)
    {
        var found = kept.To switch
        {
            KeptTo.Section => await SectionsAsync(kept.Value, stop),
            KeptTo.Topic => await TopicsAsync(kept.Value, stop),
            _ => await PeopleAsync(kept.Value, stop),
        };
        return found.Count > 0 ? found : null;
    }

    internal async Task<IReadOnlyList<string>> SectionsAsync(string name, CancellationToken stop)
    {
        var (slug, folded) = (name.Normalize(), Fold(name));
        return [.. (await newspaper.Sections.AsNoTracking().Where(row => row.EditionId == edition.Id).Select(row => new { row.Id, row.Name, row.Slug }).ToListAsync(stop))
            .Where(row => row.Slug == slug || Fold(row.Name) == folded).Select(row => Mark.Section(row.Id))];
    }

    private async Task<IReadOnlyList<string>> TopicsAsync(string name, CancellationToken stop)
    {
        var spelt = name.Trim();
        var called = (await newspaper.TopicsCalledAsync(edition.Id, [Slug.Of(name)], stop)).Select(row => row.Id);
        var named = await newspaper.Topics.AsNoTracking().Where(row => row.EditionId == edition.Id && row.Name == spelt).OrderBy(row => row.Id).Select(row => row.Id).Take(MostPeople).ToListAsync(stop);
        return [.. called.Union(named).Select(Mark.Topic)];
    }

    // By the name that readers see: whoever writes under another is not found by her own, and nobody who is hidden.
    private async Task<IReadOnlyList<string>> PeopleAsync(string name, CancellationToken stop)
    {
        var (slug, words) = (name.Normalize(), Words(name));
        if (words.Count == 0) return [];
        return [.. (await newspaper.Contributors.AsNoTracking().Where(row => !row.IsHidden).ToListAsync(stop))
            .Where(row => row.Slug == slug || words.IsSubsetOf(Words(row.PrintedName(edition.Code))) || words.IsSubsetOf(Words(row.PrintedName())))
            .Take(MostPeople).Select(row => Mark.Contributor(row.Id))];
    }

    private static HashSet<string> Words(string name) => [.. Word.In(name).Select(word => word.Folded)];

    private static string Fold(string name) => string.Join(' ', Word.In(name).Select(word => word.Folded));
}
