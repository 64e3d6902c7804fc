using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles;

public static class ArticleQueries
{
    extension(IQueryable<Article> articles)
    {
        /// <summary>What readers may find in lists: out, not withdrawn in any way, and with rights that have not ended.</summary>
        public IQueryable<Article> Published(DateTimeOffset now) =>
            articles.Where(article => article.PublishedVersionId != null && article.Withdrawal == null && article.PublishedAt <= now
                && (article.RightsEnd == null || article.RightsEnd > now));

        public IQueryable<Article> LatestFirst() =>
            articles.OrderByDescending(article => article.PublishedAt).ThenByDescending(article => article.Id);

        public IQueryable<Article> InEdition(long edition) => articles.Where(article => article.EditionId == edition);

        /// <summary>Those that went out in a stretch of time; null: at any.</summary>
        internal IQueryable<Article> During(PublishedDuring? during)
        {
            if (during?.From is { } from) articles = articles.Where(row => row.PublishedAt >= from);
            if (during?.Until is { } until) articles = articles.Where(row => row.PublishedAt < until);
            return articles;
        }

#pragma warning disable CA1304, CA1311, CA1862 // The database compares, by its own lower().
        /// <summary>Those in whose working headline every word occurs.</summary>
        public IQueryable<Article> Matching(string? search) =>
            WordsOf(search).Aggregate(articles, (found, word) => found.Where(row => row.WorkingHeadline.ToLower().Contains(word)));

        /// <summary>The same of the headline that readers see: what somebody may not see must not be found by its words either.</summary>
        public IQueryable<Article> MatchingAsPublished(string? search) =>
            WordsOf(search).Aggregate(articles, (found, word) => found.Where(row => row.Headline.ToLower().Contains(word)));
#pragma warning restore CA1304, CA1311, CA1862

        /// <summary>For acts: with the draft and the rows that publication rewrites.</summary>
        public IQueryable<Article> ForActs() =>
            articles.Include(article => article.Draft).Include(article => article.Topics).Include(article => article.Contributors).Include(article => article.Sections).Include(article => article.PicturesShown).AsSplitQuery();
    }

    // Each list is read in the order of one index, so its first page costs the same however long the list grows.
    // Filtering articles by EXISTS instead would either walk the whole archive or sort a whole section.
    extension(Newspaper newspaper)
    {
        /// <summary>What readers may find in an edition, newest first.</summary>
        /// <param name="during">Only what went out then; null: all.</param>
        public IQueryable<Article> Latest(long edition, DateTimeOffset now, PublishedDuring? during = null)
        {
            newspaper.ReadsList(ArticleLists.Latest(edition));
            return NewestFirst(newspaper.Articles.InEdition(edition), now, during).ByRows("articles");
        }

        /// <summary>The same for a section, with what is also shown there.</summary>
        public IQueryable<Article> LatestInSection(long section, DateTimeOffset now, PublishedDuring? during = null)
        {
            newspaper.ReadsList(ArticleLists.InSection(section));
            return NewestFirst(newspaper.Set<ArticleSection>().Where(row => row.SectionId == section), now, during).ByRows("articles, article_sections");
        }

        public IQueryable<Article> LatestOnTopic(long topic, DateTimeOffset now, PublishedDuring? during = null)
        {
            newspaper.ReadsList(ArticleLists.OnTopic(topic));
            return NewestFirst(newspaper.Set<ArticleTopic>().Where(row => row.TopicId == topic), now, during).ByRows("articles, article_topics");
        }

        /// <summary>The stories of a series, newest first. Its own order is for its page (Reading/SeriesParts).</summary>
        public IQueryable<Article> LatestInSeries(long series, DateTimeOffset now, PublishedDuring? during = null)
        {
            newspaper.ReadsList(ArticleLists.InSeries(series));
            return NewestFirst(newspaper.Articles.Where(row => row.SeriesId == series), now, during).ByRows("articles");
        }

        public IQueryable<Article> LatestBy(long contributor, DateTimeOffset now, PublishedDuring? during = null)
        {
            newspaper.ReadsList(ArticleLists.By(contributor));
            return NewestFirst(newspaper.Set<ArticleContributor>().Where(row => row.ContributorId == contributor), now, during).ByRows("articles, article_contributors");
        }
    }

    private static IEnumerable<string> WordsOf(string? search) =>
        (search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(8).Select(word => word.ToLowerInvariant());

    private static IQueryable<Article> NewestFirst(IQueryable<Article> articles, DateTimeOffset now, PublishedDuring? during) => articles.During(during).Published(now).LatestFirst();

    private static IQueryable<Article> NewestFirst<TPlace>(IQueryable<TPlace> places, DateTimeOffset now, PublishedDuring? during) where TPlace : ArticlePlace
    {
        places = places.Where(place => place.PublishedAt <= now);
        if (during?.From is { } from) places = places.Where(place => place.PublishedAt >= from);
        if (during?.Until is { } until) places = places.Where(place => place.PublishedAt < until);
        return places.OrderByDescending(place => place.PublishedAt).ThenByDescending(place => place.ArticleId)
            .Select(place => place.Article).Published(now);
    }
}

/// <summary>A stretch of time, without its end; null has none.</summary>
public sealed record PublishedDuring(DateTimeOffset? From, DateTimeOffset? Until);
