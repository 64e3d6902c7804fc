using Broadsheet.Articles.Chains;
using Broadsheet.Storage.Outbox;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles;

public sealed partial class Publication
{
    /// <summary>Deletes a draft for good, with the versions that a schedule made of it.</summary>
    /// <param name="article">Loaded with <see cref="ArticleQueries.ForActs"/>.</param>
    /// <exception cref="ArticleException">It was published, or is about to be; or somebody acted on it at this moment.</exception>
    public async Task DeleteAsync(Article article, CancellationToken stop = default)
    {
        article.DemandDeletable();
        try
        {
            await newspaper.WriteAsync(async () =>
            {
                // The heads of past days cover them; without a trace of their hashes those could not be made again.
                newspaper.AddRange((await newspaper.ArticleVersions.AsNoTracking().Where(row => row.ArticleId == article.Id).ToListAsync(stop)).Select(row => new DeletedVersion(row.Id, article.PublicId, row.Number, row.Hash)));
                await newspaper.ArticleVersions.Where(row => row.ArticleId == article.Id).ExecuteDeleteAsync(stop);
                // A schedule that was given up left its job behind; without the article it could only fail.
                var jobs = $"publish/{article.Id}/";
                await newspaper.Set<Job>().Where(job => job.Kind == nameof(ScheduledPublication) && job.Key.StartsWith(jobs)).ExecuteDeleteAsync(stop);
                newspaper.Articles.Remove(article);
                await newspaper.SaveChangesAsync(stop);
            }, stop);
        }
        catch (DbUpdateException)
        {
            // Saved, scheduled or published between the look and the deed.
            throw new ArticleException(Text.T("article.staleAct"));
        }
    }
}
