using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Notices;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Translations;

/// <summary>Whoever translated a story is told what happens to its original.</summary>
internal static class TranslationNotices
{
    public const string Changed = "originalChanged";
    public const string Corrected = "originalCorrected";
    public const string Withdrawn = "originalWithdrawn";

    extension(Newspaper newspaper)
    {
        /// <param name="by">Who did it, as rows are signed.</param>
        /// <param name="isUrgent">Where nobody is left who wrote the translation, all who may publish it are told.</param>
        public async Task TellTranslatorsAsync(string kind, long source, long by, string detail, bool isUrgent, DateTimeOffset now, CancellationToken stop)
        {
            var links = await newspaper.Translations.AsNoTracking().Where(row => row.SourceId == source).Select(row => row.ArticleId).ToListAsync(stop);
            if (links.Count == 0) return;
            var signed = await newspaper.SignedAsync(by, stop);
            foreach (var article in await newspaper.Articles.AsNoTracking().Include(row => row.Draft).Where(row => links.Contains(row.Id)).ToListAsync(stop))
            {
                var members = await newspaper.WritersOfAsync(article, stop);
                if (members.Count == 0 && isUrgent) members = await PublishersAsync(newspaper, article, stop);
                newspaper.Tell(kind, members, signed, TranslationWords.Headline(article), $"/newsroom/articles/{article.Id}/translation", now, detail);
            }
            await newspaper.SaveChangesAsync(stop);
        }
    }

    private static async Task<IReadOnlyList<long>> PublishersAsync(Newspaper newspaper, Article article, CancellationToken stop)
    {
        var found = new List<long>();
        foreach (var staff in await newspaper.StaffWhoMayAsync(Permission.PublishArticles, stop))
            if (article.MayBeEditedBy(staff) && await newspaper.MayPublishAsync(article, staff, stop)) found.Add(staff.By);
        return found;
    }
}
