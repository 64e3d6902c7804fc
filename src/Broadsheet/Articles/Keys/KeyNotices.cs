using Broadsheet.Accounts;
using Broadsheet.Notices;
using Broadsheet.Storage;

namespace Broadsheet.Articles.Keys;

/// <summary>Whom keys concern: those who could turn the second one, and whoever gave the first.</summary>
internal static class KeyNotices
{
    public const string Wanted = "keyWanted";
    public const string Cancelled = "keyCancelled";
    public const string Alone = "publishedAlone";

    extension(Newspaper newspaper)
    {
        /// <summary>One stands behind the text; somebody else is wanted.</summary>
        public async Task TellOfFirstKeyAsync(Article article, long by, DateTimeOffset now, CancellationToken stop) =>
            newspaper.Tell(Wanted, (await newspaper.PublishersOfAsync(article, stop)).Select(staff => staff.By), await newspaper.SignedAsync(by, stop), article.WorkingHeadline, $"{ArticleNotices.PathOf(article)}/preview", now);

        /// <summary>It went out with one key. Told are those who could have turned the second, and can read it now: whose own it is cannot.</summary>
        /// <returns>Whoever was told.</returns>
        public async Task<IReadOnlyList<long>> TellOfGoingAloneAsync(Article article, ArticleContent content, long by, string reason, DateTimeOffset now, CancellationToken stop)
        {
            var others = (await newspaper.PublishersOfAsync(article, stop)).Select(staff => staff.By).Where(other => other != article.CreatedBy).ToList();
            newspaper.Tell(Alone, others, await newspaper.SignedAsync(by, stop), content.Headline, "/newsroom/read-after-publication", now, reason);
            return others;
        }

        /// <summary>Who may publish it, where it stands and would stand.</summary>
        private async Task<IReadOnlyList<Staff>> PublishersOfAsync(Article article, CancellationToken stop)
        {
            var publishers = new List<Staff>();
            foreach (var staff in await newspaper.StaffWhoMayAsync(Permission.PublishArticles, stop))
                if (article.IsVisibleTo(staff) && await newspaper.MayPublishAsync(article, staff, stop)) publishers.Add(staff);
            return publishers;
        }
    }
}
