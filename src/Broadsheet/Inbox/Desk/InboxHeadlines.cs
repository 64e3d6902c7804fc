using Broadsheet.Articles;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Inbox.Desk;

internal static class InboxHeadlines
{
    extension(Newspaper newspaper)
    {
        /// <summary>What readers know these stories by: a draft's headline is not for everybody who reads the inbox.</summary>
        internal async Task<IReadOnlyDictionary<long, string>> HeadlinesAsync(IEnumerable<long> articles, CancellationToken stop)
        {
            var ids = articles.ToHashSet();
            return await newspaper.Articles.AsNoTracking().Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.Headline }).ToDictionaryAsync(row => row.Id, row => row.Headline, stop);
        }
    }
}
