using Broadsheet.Editions;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles;

/// <inheritdoc/>
internal sealed class StoryPlaces(Newspaper newspaper, TimeProvider clock) : IStoryPlaces
{
    public async Task<IReadOnlyDictionary<long, int>> InSectionsAsync(CancellationToken stop) =>
        await newspaper.Set<ArticleSection>().GroupBy(row => row.SectionId).Select(list => new { list.Key, Count = list.Count() }).ToDictionaryAsync(list => list.Key, list => list.Count, stop);

    public async Task<IReadOnlyDictionary<long, int>> OnTopicsAsync(CancellationToken stop) =>
        await newspaper.Set<ArticleTopic>().GroupBy(row => row.TopicId).Select(list => new { list.Key, Count = list.Count() }).ToDictionaryAsync(list => list.Key, list => list.Count, stop);

    public async Task<IReadOnlyDictionary<long, int>> ByContributorsAsync(CancellationToken stop) =>
        await newspaper.Set<ArticleContributor>().GroupBy(row => row.ContributorId).Select(list => new { list.Key, Count = list.Count() }).ToDictionaryAsync(list => list.Key, list => list.Count, stop);

    public async Task<IReadOnlyDictionary<long, int>> InSeriesAsync(CancellationToken stop) =>
        await newspaper.Articles.Published(clock.GetUtcNow()).Where(row => row.SeriesId != null).GroupBy(row => row.SeriesId!.Value).Select(list => new { list.Key, Count = list.Count() }).ToDictionaryAsync(list => list.Key, list => list.Count, stop);

    public async Task<IReadOnlyList<StoryInSeries>> OfSeriesAsync(long series, CancellationToken stop) =>
        await newspaper.LatestInSeries(series, clock.GetUtcNow()).Reverse().Select(row => new StoryInSeries(row.PublicId, row.Id, row.Headline)).ToListAsync(stop);

    public async Task<bool> AwaitsAsync(Guid section, CancellationToken stop)
    {
        // Content is JSON, which no query looks into; what waits to go out is little beside the archive.
        var waiting = newspaper.Articles.Where(row => row.PublishedVersionId == null || row.ScheduledFor != null).Select(row => row.Draft.Content);
        await foreach (var content in waiting.AsAsyncEnumerable().WithCancellation(stop))
            if (content.Section == section || content.AlsoIn.Contains(section)) return true;

        var scheduled = newspaper.ArticleVersions.Where(version => newspaper.Set<Article>().Any(row => row.ScheduledVersionId == version.Id));
        await foreach (var version in scheduled.AsAsyncEnumerable().WithCancellation(stop))
            if (version.ContentJson is not null && version.Content.Section == section) return true;
        return false;
    }

    public async Task MoveTopicAsync(long from, long into, CancellationToken stop)
    {
        var there = await newspaper.Set<ArticleTopic>().Where(row => row.TopicId == into).Select(row => row.ArticleId).ToHashSetAsync(stop);
        var moving = await newspaper.Set<ArticleTopic>().Where(row => row.TopicId == from).ToListAsync(stop);
        newspaper.RemoveRange(moving);
        newspaper.AddRange(moving.Where(row => !there.Contains(row.ArticleId)).Select(row => row.On(into)));
    }

    public Task TakeOffTopicAsync(long topic, CancellationToken stop) =>
        newspaper.Set<ArticleTopic>().Where(row => row.TopicId == topic).ExecuteDeleteAsync(stop);
}
