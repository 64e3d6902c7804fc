using Broadsheet.Articles;
using Broadsheet.Contributors;
using Broadsheet.Paper;
using Broadsheet.Sections;
using Broadsheet.Series;
using Broadsheet.Storage;
using Broadsheet.Topics;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Syndication.Feeds;

/// <summary>Knows in which feeds a story stands, or stood until it was withdrawn.</summary>
internal sealed class FeedsOfStory(Newspaper newspaper)
{
    public async Task<IReadOnlyList<FeedChannel>> OfAsync(Article article, PaperEdition edition, CancellationToken stop)
    {
        var sections = await newspaper.Set<ArticleSection>().Where(row => row.ArticleId == article.Id).Join(newspaper.Sections, row => row.SectionId, row => row.Id, (row, section) => section).AsNoTracking().ToListAsync(stop);
        var topics = await newspaper.Set<ArticleTopic>().Where(row => row.ArticleId == article.Id).Join(newspaper.Topics, row => row.TopicId, row => row.Id, (row, topic) => topic).AsNoTracking().ToListAsync(stop);
        var people = await newspaper.Set<ArticleContributor>().Where(row => row.ArticleId == article.Id).Join(newspaper.Contributors.Where(row => !row.IsHidden), row => row.ContributorId, row => row.Id, (row, who) => who).AsNoTracking().ToListAsync(stop);
        var series = await newspaper.StorySeries.Where(row => row.Id == article.SeriesId).AsNoTracking().ToListAsync(stop);
        return [FeedChannel.Of(edition), .. new object[][] { [.. sections], [.. topics], [.. people], [.. series] }.SelectMany(things => things).Select(thing => FeedChannel.Of(edition, thing)).OfType<FeedChannel>()];
    }
}
