using Broadsheet.Api;
using Broadsheet.Articles;
using Broadsheet.Contributors;
using Broadsheet.Editions;
using Broadsheet.Sections;
using Broadsheet.Series;
using Broadsheet.Storage;
using Broadsheet.Topics;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.PublicApi.Stories;

/// <summary>Finds the stories that a query asks for, the newest first. Every list is read in the order of one index, from where the last part ended.</summary>
internal sealed class StoryList(Newspaper newspaper, EditionsAsked editions, TimeProvider clock)
{
    /// <summary>So many and one more, which only tells that there is a next part.</summary>
    public async Task<IReadOnlyList<Article>> FindAsync(StoriesQuery asked, int size, CancellationToken stop)
    {
        var (during, after) = (Moments.Between(asked.Since, asked.Until), Place.Read(asked.After));
        // So the index is entered where the part begins. Two stories may have one moment: the end is behind both.
        if (after is { } place && !(during.Until <= place.Moment)) during = during with { Until = place.Moment.AddMilliseconds(1) };
        var found = new List<Article>();
        foreach (var edition in await editions.OfAsync(asked.Edition, asked.Language, stop))
        {
            if (await ListAsync(asked, edition, during, stop) is not { } list) continue;
            if (after is var (moment, key)) list = list.Where(row => row.PublishedAt < moment || (row.PublishedAt == moment && row.Id < key));
            found.AddRange(await list.Take(size + 1).AsNoTracking().ToListAsync(stop));
        }
        return [.. found.OrderByDescending(article => article.PublishedAt).ThenByDescending(article => article.Id).Take(size + 1)];
    }

    // The rarest thing first: its list is the one that is read, and the others are looked up for each of its stories. Null: nothing of this name here.
    private async Task<IQueryable<Article>?> ListAsync(StoriesQuery asked, Edition edition, PublishedDuring during, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        long? series = null, contributor = null, topic = null, section = null;
        if (asked.Series is { Length: > 0 } whole && (series = await SeriesAsync(whole, edition, stop)) is null) return NothingIn(asked, "series", whole);
        if (asked.Contributor is { Length: > 0 } who) contributor = await ContributorAsync(who, stop);
        if (asked.Topic is { Length: > 0 } what && (topic = await TopicAsync(what, edition, stop)) is null) return NothingIn(asked, "topic", what);
        if (asked.Section is { Length: > 0 } where && (section = await SectionAsync(where, edition, stop)) is null) return NothingIn(asked, "section", where);

        var list = series is { } all ? newspaper.LatestInSeries(all, now, during)
            : contributor is { } one ? newspaper.LatestBy(one, now, during).InEdition(edition.Id)
            : topic is { } about ? newspaper.LatestOnTopic(about, now, during)
            : section is { } part ? newspaper.LatestInSection(part, now, during)
            : newspaper.Latest(edition.Id, now, during);
        if (series is not null && contributor is { } by) list = list.Where(row => row.Contributors.Any(place => place.ContributorId == by));
        if ((series ?? contributor) is not null && topic is { } also) list = list.Where(row => row.Topics.Any(place => place.TopicId == also));
        if ((series ?? contributor ?? topic) is not null && section is { } within) list = list.Where(row => row.Sections.Any(place => place.SectionId == within));
        return list;
    }

    // In many editions at once a slug need not be known in each of them.
    private static IQueryable<Article>? NothingIn(StoriesQuery asked, string name, string value) =>
        string.IsNullOrEmpty(asked.Edition) && !string.IsNullOrEmpty(asked.Language) ? null : throw ProblemKind.NotFound.At(name, $"There is no {name} “{value}” in this edition.");

    private async Task<long> ContributorAsync(string asked, CancellationToken stop)
    {
        var slug = asked.Normalize();
        return await newspaper.Contributors.AsNoTracking().FirstOrDefaultAsync(Guid.TryParse(asked, out var id) ? row => row.PublicId == id && !row.IsHidden : row => row.Slug == slug && !row.IsHidden, stop) is { } found
            ? found.Id : throw ProblemKind.NotFound.At("contributor", $"There is no contributor “{asked}”.");
    }

    private async Task<long?> SeriesAsync(string asked, Edition edition, CancellationToken stop)
    {
        var slug = asked.Normalize();
        return (await newspaper.StorySeries.AsNoTracking().Where(row => row.EditionId == edition.Id).FirstOrDefaultAsync(Guid.TryParse(asked, out var id) ? row => row.PublicId == id : row => row.Slug == slug, stop))?.Id;
    }

    private async Task<long?> TopicAsync(string asked, Edition edition, CancellationToken stop)
    {
        var slug = asked.Normalize();
        return (await newspaper.Topics.AsNoTracking().Where(row => row.EditionId == edition.Id).FirstOrDefaultAsync(Guid.TryParse(asked, out var id) ? row => row.PublicId == id : row => row.Slug == slug, stop))?.Id;
    }

    private async Task<long?> SectionAsync(string asked, Edition edition, CancellationToken stop)
    {
        var slug = asked.Normalize();
        return (await newspaper.Sections.AsNoTracking().Where(row => row.EditionId == edition.Id).FirstOrDefaultAsync(Guid.TryParse(asked, out var id) ? row => row.PublicId == id : row => row.Slug == slug, stop))?.Id;
    }
}
