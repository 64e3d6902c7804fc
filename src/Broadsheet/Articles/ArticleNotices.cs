using Broadsheet.Accounts;
using Broadsheet.Articles.History;
using Broadsheet.Notices;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles;

/// <summary>Whose story it is, and that she is told when it goes out. Saved with the act itself.</summary>
public static class ArticleNotices
{
    internal const string Published = "published";
    internal const string WentOut = "wentOut";
    internal const string Withdrawn = "withdrawn";

    extension(Newspaper newspaper)
    {
        /// <summary>Whom what happens to a story concerns first: who wrote it and who has it in hand, while they work here.</summary>
        /// <param name="besides">Somebody else whom it concerns, if she does.</param>
        public async Task<IReadOnlyList<long>> WritersOfAsync(Article article, CancellationToken stop, long? besides = null)
        {
            var (writer, hand) = (article.CreatedBy, article.AssignedTo);
            return await newspaper.StaffMembers.Active().Where(row => row.Id == writer || row.Id == hand || row.Id == besides).Select(row => row.Id).ToListAsync(stop);
        }

        /// <summary>Who signed, as a notice names her.</summary>
        internal async Task<(long? Member, string Name)> SignedAsync(long by, CancellationToken stop) => (by > 0 ? by : null, (await newspaper.MakersAsync([by], stop))[by]);

        /// <param name="but">Who hears of it in other words.</param>
        internal async Task TellOfPublicationAsync(Article article, ArticleContent content, long by, DateTimeOffset now, IEnumerable<long> but, CancellationToken stop) =>
            newspaper.Tell(Published, (await newspaper.WritersOfAsync(article, stop)).Except(but), await newspaper.SignedAsync(by, stop), content.Headline, PathOf(article), now);

        /// <summary>Its time had come. Nobody pressed a button at that moment: whoever chose the time is told, too.</summary>
        internal async Task TellOfScheduleAsync(Article article, ArticleContent content, DateTimeOffset now, CancellationToken stop) =>
            newspaper.Tell(WentOut, await newspaper.WritersOfAsync(article, stop, article.ScheduledBy), await newspaper.SignedAsync(0, stop), content.Headline, PathOf(article), now);

        /// <summary>A retraction is told of with its notice, where corrections are.</summary>
        internal async Task TellOfWithdrawalAsync(Article article, Withdrawal withdrawal, CancellationToken stop)
        {
            if (withdrawal.Kind == WithdrawalKind.Retraction) return;
            newspaper.Tell(Withdrawn, await newspaper.WritersOfAsync(article, stop), await newspaper.SignedAsync(withdrawal.By, stop), article.Headline, PathOf(article), withdrawal.At, withdrawal.Reason);
        }

        /// <summary>What was told of a first publication that is taken back in silence: it never was.</summary>
        internal Task UntellOfPublicationAsync(Article article, CancellationToken stop)
        {
            var path = PathOf(article);
            return newspaper.Notices.Where(row => row.Href == path && (row.Kind == Published || row.Kind == WentOut)).ExecuteDeleteAsync(stop);
        }
    }

    internal static string PathOf(Article article) => $"/newsroom/articles/{article.Id}";
}
