using Broadsheet.Articles;
using Broadsheet.Contributors;
using Broadsheet.Popularity;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Broadsheet.Topics;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Web.Text;

namespace Broadsheet.Figures;

/// <summary>How often stories were read, by author, section and topic. A story of two authors counts for both, so that these do not sum to all reads.</summary>
public static class ReadFigures
{
    private const int Most = 50;

    private sealed record Counted(long Key, long Reads, int Stories);

    public static async Task<IReadOnlyList<Figure>> OfAsync(Newspaper newspaper, FigurePeriod period, CancellationToken stop)
    {
        var (from, to) = (ReadCount.HourOf(period.Begin), ReadCount.HourOf(period.End));
        var counts = newspaper.ReadCounts.AsNoTracking().Where(count => count.Hour >= from && count.Hour < to);
        var articles = newspaper.Articles.AsNoTracking();

        var sections = await (from count in counts
                              join article in articles on count.ArticleId equals article.Id
                              where article.SectionId != null
                              group count by article.SectionId!.Value into same
                              select new Counted(same.Key, same.Sum(count => count.Reads), same.Select(count => count.ArticleId).Distinct().Count())).ToListAsync(stop);
        var authors = await (from count in counts
                             join place in newspaper.Set<ArticleContributor>() on count.ArticleId equals place.ArticleId
                             group count by place.ContributorId into same
                             select new Counted(same.Key, same.Sum(count => count.Reads), same.Select(count => count.ArticleId).Distinct().Count())).ToListAsync(stop);
        var topics = await (from count in counts
                            join place in newspaper.Set<ArticleTopic>() on count.ArticleId equals place.ArticleId
                            group count by place.TopicId into same
                            select new Counted(same.Key, same.Sum(count => count.Reads), same.Select(count => count.ArticleId).Distinct().Count())).ToListAsync(stop);
        return
        [
            Table("sections", sections, await newspaper.Sections.AsNoTracking().ToDictionaryAsync(row => row.Id, row => row.Name, stop)),
            Table("authors", authors, (await newspaper.Contributors.AsNoTracking().ToListAsync(stop)).ToDictionary(row => row.Id, row => row.PenName.Length > 0 ? row.PenName : row.Name)),
            Table("topics", topics, await newspaper.Set<Topic>().AsNoTracking().ToDictionaryAsync(row => row.Id, row => row.Name, stop)),
        ];
    }

    /// <summary>All reads of the period, and of how many stories.</summary>
    public static async Task<(long Reads, int Stories)> AllAsync(Newspaper newspaper, FigurePeriod period, CancellationToken stop)
    {
        var (from, to) = (ReadCount.HourOf(period.Begin), ReadCount.HourOf(period.End));
        var counts = newspaper.ReadCounts.Where(count => count.Hour >= from && count.Hour < to);
        return (await counts.SumAsync(count => count.Reads, stop), await counts.Select(count => count.ArticleId).Distinct().CountAsync(stop));
    }

    private static Figure Table(string key, List<Counted> counted, Dictionary<long, string> names) => new(
        key, T($"figures.{key}"), T($"figures.{key}.about"), T($"figures.{key}.head"), [new(T("figures.reads"), null, true), new(T("figures.read-stories"))],
        [.. counted.OrderByDescending(one => one.Reads).ThenBy(one => one.Key).Take(Most).Select(one => new FigureRow(names.GetValueOrDefault(one.Key, ""), null, [one.Reads, one.Stories]))], IsRanking: true);
}
