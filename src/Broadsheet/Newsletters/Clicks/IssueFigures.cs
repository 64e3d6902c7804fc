using Broadsheet.Newsletters.Issues;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Newsletters.Clicks;

/// <summary>What became of an issue.</summary>
/// <param name="Delivered">Mails that were handed over and did not come back.</param>
/// <param name="Bounced">Mails that were refused, at once, later or after many attempts.</param>
/// <param name="Left">Readers for whom it was the last they got: they left, or complained, since.</param>
/// <param name="Clicks">How often its stories were opened from it.</param>
public sealed record IssueFigures(int Delivered, int Bounced, int Left, long Clicks)
{
    public static IssueFigures None { get; } = new(0, 0, 0, 0);

    public int Sent => Delivered + Bounced;
}

/// <param name="Headline">As it stands now.</param>
public sealed record StoryClicks(long Id, string Headline, long Clicks);

public static class FiguresOfIssues
{
    extension(Newspaper newspaper)
    {
        /// <summary>Of issues of one newsletter, by id. One that nobody got yet is left out.</summary>
        public async Task<IReadOnlyDictionary<long, IssueFigures>> FiguresOfAsync(IReadOnlyList<Issue> issues, CancellationToken stop)
        {
            var begun = issues.Where(row => row.StartedAt is not null).ToList();
            if (begun.Count == 0) return new Dictionary<long, IssueFigures>();

            var ids = begun.Select(row => row.Id).ToList();
            var states = (await newspaper.Deliveries.Where(row => ids.Contains(row.IssueId)).GroupBy(row => new { row.IssueId, row.State })
                .Select(group => new { group.Key.IssueId, group.Key.State, Count = group.Count() }).ToListAsync(stop)).ToLookup(one => one.IssueId);
            var clicks = await newspaper.IssueClicks.Where(row => ids.Contains(row.IssueId)).GroupBy(row => row.IssueId)
                .Select(group => new { group.Key, Clicks = group.Sum(row => row.Clicks) }).ToDictionaryAsync(one => one.Key, one => one.Clicks, stop);
            var left = (await newspaper.LastBeforeLeavingAsync(begun[0].NewsletterId, begun.Min(row => row.StartedAt)!.Value, stop)).CountBy(id => id).ToDictionary();
            return ids.ToDictionary(id => id, id => new IssueFigures(In(id, DeliveryState.HandedOver), In(id, DeliveryState.Bounced) + In(id, DeliveryState.GivenUp), left.GetValueOrDefault(id), clicks.GetValueOrDefault(id)));

            int In(long id, DeliveryState state) => states[id].Where(one => one.State == state).Sum(one => one.Count);
        }

        /// <summary>An issue's stories in the order of the mail, each with how often it was opened from it.</summary>
        public async Task<IReadOnlyList<StoryClicks>> ClicksByStoryAsync(Issue issue, CancellationToken stop)
        {
            var ids = issue.Stories.ToList();
            var headlines = await newspaper.Set<Articles.Article>().AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Headline, stop);
            var clicks = await newspaper.IssueClicks.Where(row => row.IssueId == issue.Id).ToDictionaryAsync(row => row.ArticleId, row => row.Clicks, stop);
            return [.. ids.Where(headlines.ContainsKey).Select(id => new StoryClicks(id, headlines[id], clicks.GetValueOrDefault(id)))];
        }

        // A mail's link for leaving names the subscription, not the issue. So each who left counts with the last issue that reached her.
        private Task<List<long>> LastBeforeLeavingAsync(long newsletter, DateTimeOffset since, CancellationToken stop) => newspaper.Subscriptions
            .Where(row => row.NewsletterId == newsletter && row.EndedAt >= since && (row.Ending == Ending.Link || row.Ending == Ending.Account || row.Ending == Ending.Complaint))
            .Select(row => newspaper.Set<Delivery>().Where(delivery => delivery.SubscriptionId == row.Id && delivery.State == DeliveryState.HandedOver)
                .OrderByDescending(delivery => delivery.Id).Select(delivery => delivery.IssueId).FirstOrDefault()).ToListAsync(stop);
    }
}
