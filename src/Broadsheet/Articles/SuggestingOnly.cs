using Broadsheet.Accounts;
using Broadsheet.Document;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles;

/// <summary>Who sees a story and may not write in it may suggest: what she sends is held to that here, whatever her page says.</summary>
internal static class SuggestingOnly
{
    extension(Newspaper newspaper)
    {
        /// <param name="before">The body as it stood before what she sent was taken.</param>
        /// <exception cref="RefusalException">It is more than suggestions of her own; nothing is saved.</exception>
        public async Task DemandOnlySuggestedAsync(Article article, DraftDocument before, bool changesFields, Staff staff, CancellationToken stop)
        {
            if (article.MayBeEditedBy(staff)) return;

            var me = await newspaper.StaffMembers.Where(row => row.Id == staff.MemberId).Select(row => (Guid?)row.PublicId).SingleOrDefaultAsync(stop);
            if (changesFields || !article.Draft.Content.Body.OnlySuggests(before, staff.Name, me)) throw new RefusalException(Text.T("article.onlySuggest"), StatusCodes.Status403Forbidden);
        }
    }
}
