using Broadsheet.Articles;
using Broadsheet.Articles.Reading;
using Broadsheet.Paper;
using Broadsheet.Popularity;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Broadsheet.Topics;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.FrontPage;

/// <summary>
/// Which story stands where: what editors placed, for as long as they said, and for the rest what each zone's rule finds.
/// </summary>
public sealed class FrontPageArrangement(Newspaper newspaper, StoryViews views, Zones zones, MostRead mostRead, ComingStories coming, TimeProvider clock)
{
    // Of a list's newest stories so many may stand elsewhere on the page before it is asked again without them.
    private const int Spare = 10;

    /// <summary>The page that readers get now.</summary>
    public async Task<IReadOnlyList<FilledZone<StoryView>>> ArrangeAsync(PaperEdition edition, CancellationToken stop)
    {
        var page = await newspaper.SharedAsync(("front-page", edition.Id), () => newspaper.FrontPages.AsNoTracking().FirstOrDefaultAsync(row => row.EditionId == edition.Id, stop));
        var now = clock.GetUtcNow();
        var layout = FrontPage.LayoutOf(page).At(now);
        if (layout.EndsFirst is { } end) newspaper.Reads?.ExpireAt(end);
        return await ArrangeAsync(edition, layout, now, stop);
    }

    /// <summary>The page as a layout would make it at a time: with what is out now and, if that time is still to come, what goes out before it.</summary>
    public async Task<IReadOnlyList<FilledZone<StoryView>>> ArrangeAsync(PaperEdition edition, FrontPageLayout layout, DateTimeOffset at, CancellationToken stop)
    {
        layout = layout.At(at);
        var here = await zones.OfAsync(edition.Id, stop);
        var ids = layout.Placed.Select(placed => placed.Story).ToHashSet();
        var placed = (await views.NamedAsync(ids, edition, stop)).ToDictionary(story => Guid.Parse(story.Id));
        if (at > clock.GetUtcNow())
            foreach (var story in await coming.OfAsync([.. ids.Where(id => !placed.ContainsKey(id))], edition, at, stop)) placed.TryAdd(Guid.Parse(story.Id), story);

        var newest = new NewestStories(newspaper, views, edition, clock.GetUtcNow(), here.Where(zone => zone.Section is null).Sum(zone => zone.Slots));
        return await new Filling<StoryView>(story => story.ArticleId, (zone, story) => zone.Fits(story.ArticleKind), (zone, story) => zone.OpensWith(story), FindAsync)
            .FillAsync(here, layout.Placed, placed);

        async Task<IReadOnlyList<StoryView>> FindAsync(Zone zone, IReadOnlySet<long> taken, int count)
        {
            var rule = layout.RuleOf(zone);
            // A kind that may never stand here would only take a place among those looked at.
            List<ArticleKind> without = [.. rule.LeavesOut.Union(zone.Theme.Never)];
            if (rule.Kind == FillKind.Newest) return await newest.WithoutAsync(taken, without, count, stop);

            var found = await ByRuleAsync(rule, taken, without, count, edition, stop);
            // A section's row shows that section and nothing else; any other zone is never left half empty.
            if (zone.Section is not null || found.Count >= count) return found;
            return [.. found, .. await newest.WithoutAsync(taken.Union(found.Select(story => story.ArticleId)).ToHashSet(), without, count - found.Count, stop)];
        }
    }

    private async Task<IReadOnlyList<StoryView>> ByRuleAsync(ZoneRule rule, IReadOnlySet<long> taken, List<ArticleKind> without, int count, PaperEdition edition, CancellationToken stop)
    {
        if (rule.Kind == FillKind.MostRead)
            return [.. (await mostRead.InAsync(edition, taken.ToList(), count + 10, stop)).Where(story => !without.Contains(story.ArticleKind)).Take(count)];

        var now = clock.GetUtcNow();
        var section = rule.Kind == FillKind.Section ? (await newspaper.SectionsOfAsync(edition.Id, stop)).Find(row => row.PublicId == rule.Of)?.Id : null;
        var topic = rule.Kind == FillKind.Topic && rule.Of is { } named ? (await newspaper.TopicIdsAsync([named], stop)).Select(id => (long?)id).FirstOrDefault() : null;
        Func<IQueryable<Article>>? list = section is { } inSection ? () => newspaper.LatestInSection(inSection, now) : topic is { } onTopic ? () => newspaper.LatestOnTopic(onTopic, now) : null;
        if (list is null) return [];

        // Asked whatever stands on this page already, and thinned out afterwards, so that it can be shared: a story that comes makes its own section's list old, and no other's.
        // By its key inside: a topic that is merged into another is another list.
        var asked = count + Spare;
        var newest = await newspaper.SharedAsync(("zone", edition, section, topic, string.Join(' ', without.Order()), asked), () => views.OfAsync(list().Besides(StoriesBesides.None, without).Take(asked), edition, stop));
        return await newest.BesidesAsync(asked, taken, count, () => views.OfAsync(list().Besides(taken, without).Take(count), edition, stop));
    }
}
