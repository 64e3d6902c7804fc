using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles;

/// <summary>What the endpoints of the editor ask before they do anything.</summary>
internal static class ArticleEditing
{
    extension(IQueryable<Article> articles)
    {
        /// <summary>The article with its draft, if this person may write in it; a refusal if she may not; null if there is none.</summary>
        public async Task<Article?> ForEditingAsync(long id, Staff staff, CancellationToken stop)
        {
            var article = await articles.Include(row => row.Draft).SingleOrDefaultAsync(row => row.Id == id, stop);
            if (article is not null && !staff.MayEdit(article.CreatedBy) && !staff.MayEdit(article.AssignedTo)) throw new RefusalException(Text.T("article.notYours"), StatusCodes.Status403Forbidden);
            return article;
        }
    }

    extension(Newspaper newspaper)
    {
        public async Task<TimeZoneInfo> ZoneOfAsync(Article article, CancellationToken stop) =>
            TimeZoneInfo.FindSystemTimeZoneById(await newspaper.Editions.Where(row => row.Id == article.EditionId).Select(row => row.TimeZone).SingleAsync(stop));
    }
}
