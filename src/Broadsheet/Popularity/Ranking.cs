using Broadsheet.Articles;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Popularity;

/// <summary>What is ranked: an edition, perhaps one section of it, over a window.</summary>
public sealed record RankedPlace(long Edition, long? Section, PopularWindow Window);

public static class Ranking
{
    extension(IQueryable<Article> articles)
    {
        /// <summary>What may stand in Popular: in lists at all, not paid for, not barred, not hidden from search engines.</summary>
        public IQueryable<Article> Rankable(DateTimeOffset now) =>
            articles.Published(now).Where(article => !article.IsBarredFromPopular && !article.IsHiddenFromSearchEngines && article.Kind != ArticleKind.Sponsored);
    }

    extension(Newspaper newspaper)
    {
        /// <summary>The stories read most, the hottest first: a read's weight halves with every half-life.</summary>
        public Task<List<long>> RankAsync(RankedPlace place, double halfLifeHours, int most, DateTimeOffset now, CancellationToken stop)
        {
            var hour = ReadCount.HourOf(now);
            var since = hour - place.Window.Days() * 24;
            var halfLife = halfLifeHours * place.Window.Days();
            var articles = newspaper.Articles.Rankable(now).InEdition(place.Edition);
            if (place.Section is { } section) articles = articles.Where(article => article.Sections.Any(row => row.SectionId == section));

            return newspaper.ReadCounts.Where(count => count.Hour > since)
                .Join(articles, count => count.ArticleId, article => article.Id, (count, article) => count)
                .GroupBy(count => count.ArticleId)
                .Select(story => new { Id = story.Key, Heat = story.Sum(count => count.Reads * Math.Pow(0.5, (hour - count.Hour) / halfLife)) })
                .OrderByDescending(story => story.Heat).ThenByDescending(story => story.Id)
                .Take(most).Select(story => story.Id).ToListAsync(stop);
        }
    }
}
