using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Api.Articles;

internal static class ArticleFinding
{
    extension(Newspaper newspaper)
    {
        /// <summary>The article of a public id, if the asker may see it. Whether she may change it was asked at the gate (ArticleGate).</summary>
        public async Task<Article> FindForAsync(Staff staff, Guid id, CancellationToken stop)
        {
            var article = await newspaper.Articles.ForActs().SingleOrDefaultAsync(row => row.PublicId == id, stop);
            if (article is null) throw ProblemKind.NotFound.Exception($"There is no article {id}.");
            if (!article.IsVisibleTo(staff)) throw ProblemKind.Forbidden.Exception("A reporter’s token reaches only the articles that it made.");
            return article;
        }

        /// <summary>The same, for an act that began from <paramref name="revision"/>.</summary>
        public async Task<Article> FindForActAsync(Staff staff, Guid id, long revision, CancellationToken stop)
        {
            var article = await newspaper.FindForAsync(staff, id, stop);
            if (article.Draft.Revision != revision) throw await newspaper.StaleAsync(article, stop);
            return article;
        }

        public async Task<ApiProblemException> StaleAsync(Article article, CancellationToken stop) =>
            new(ProblemKind.Stale.With($"Revision {article.Draft.Revision} was saved at {article.Draft.SavedAt:yyyy-MM-dd HH:mm:ss'Z'}.") with
            {
                Article = await newspaper.AnswerAsync(article, null, stop),
            });
    }
}
