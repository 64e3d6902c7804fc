using System.Globalization;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Broadsheet.Articles;

/// <summary>
/// The lists in which stories stand, by name, and which of them a change alters. A change of what a story says alters none: whoever
/// shows it has read its row. What enters, leaves or could move alters every list it stands in, the later pages of a list included.
/// </summary>
internal sealed class ArticleLists : IChangedLists
{
    // Whether a story is in lists at all, and its place there.
    private static readonly string[] Membership =
    [
        nameof(Article.Withdrawal), nameof(Article.PublishedAt), nameof(Article.RightsEnd), nameof(Article.Kind),
        nameof(Article.SectionId), nameof(Article.SeriesId), nameof(Article.IsBarredFromPopular), nameof(Article.IsHiddenFromSearchEngines),
    ];

    // What a line of the sitemap says of a story.
    private static readonly string[] InItsLine = [nameof(Article.Slug), nameof(Article.UpdatedAt), nameof(Article.LeadPicture), nameof(Article.Source)];

    internal static string Latest(long edition) => Name("latest", edition);
    internal static string InSection(long section) => Name("section", section);
    internal static string OnTopic(long topic) => Name("topic", topic);
    internal static string InSeries(long series) => Name("series", series);
    internal static string By(long contributor) => Name("by", contributor);

    /// <summary>The stories of a month (UTC) as a sitemap has them, which reads of each no more than its line.</summary>
    internal static string InSitemap(long edition, DateTimeOffset month) => $"{Name("sitemap", edition)}:{month.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture)}";

    public async Task<IEnumerable<string>> OfAsync(EntityEntry entry, Newspaper newspaper, CancellationToken stop) => entry.Entity switch
    {
        ArticleSection place => [InSection(place.SectionId)],
        ArticleTopic place => [OnTopic(place.TopicId)],
        ArticleContributor place => [By(place.ContributorId)],
        Article article when Moves(entry) => [.. await ListsOfAsync(article, newspaper, stop), .. SeriesOf(entry).Select(InSeries)],
        Article { PublishedAt: { } at } article when InItsLine.Any(name => entry.Property(name).IsModified) => [InSitemap(article.EditionId, at)],
        _ => [],
    };

    private static bool Moves(EntityEntry entry) => entry.State switch
    {
        EntityState.Added => entry.Property(nameof(Article.PublishedVersionId)).CurrentValue is not null,
        // Another version of a story that is out is another text in the same place.
        EntityState.Modified => entry.Property(nameof(Article.PublishedVersionId)) is var version && version.OriginalValue is null != version.CurrentValue is null
            || Membership.Any(name => entry.Property(name).IsModified),
        _ => true,
    };

    // The one that it is in, and the one that it was in before.
    private static IEnumerable<long> SeriesOf(EntityEntry entry) =>
        new[] { entry.Property(nameof(Article.SeriesId)) is var series && entry.State != EntityState.Added ? series.OriginalValue : null, series.CurrentValue }.OfType<long>().Distinct();

    // Asked of the database: an act that only withdraws has not loaded the places. Those added or taken now are entries of their own.
    private static async Task<IEnumerable<string>> ListsOfAsync(Article article, Newspaper newspaper, CancellationToken stop) =>
    [
        Latest(article.EditionId),
        .. article.PublishedAt is { } at ? [InSitemap(article.EditionId, at)] : Array.Empty<string>(),
        .. (await newspaper.Set<ArticleSection>().Where(row => row.ArticleId == article.Id).Select(row => row.SectionId).ToListAsync(stop)).Select(InSection),
        .. (await newspaper.Set<ArticleTopic>().Where(row => row.ArticleId == article.Id).Select(row => row.TopicId).ToListAsync(stop)).Select(OnTopic),
        .. (await newspaper.Set<ArticleContributor>().Where(row => row.ArticleId == article.Id).Select(row => row.ContributorId).ToListAsync(stop)).Select(By),
    ];

    private static string Name(string list, long id) => string.Create(CultureInfo.InvariantCulture, $"{list}:{id}");
}
