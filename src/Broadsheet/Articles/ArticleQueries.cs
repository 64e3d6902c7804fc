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

        /// <summary>In the section itself or also shown there.</summary>
        public IQueryable<Article> InSection(long section) =>
            articles.Where(article => article.SectionId == section || article.AlsoIn.Any(also => also.SectionId == section));

        public IQueryable<Article> OnTopic(long topic) => articles.Where(article => article.Topics.Any(row => row.TopicId == topic));

        public IQueryable<Article> By(long contributor) => articles.Where(article => article.Contributors.Any(row => row.ContributorId == contributor));

        /// <summary>For acts: with the draft and the rows that publication rewrites.</summary>
        public IQueryable<Article> ForActs() =>
            articles.Include(article => article.Draft).Include(article => article.Topics).Include(article => article.Contributors).Include(article => article.AlsoIn).AsSplitQuery();
    }
}
