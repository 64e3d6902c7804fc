using Broadsheet.Giving;
using Broadsheet.Messages;
using Broadsheet.Messages.Counting;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Appeals;

/// <summary>Adds up what messages brought.</summary>
public sealed class MessageResults(Newspaper newspaper)
{
    /// <summary>Of all messages, the newest first; then of each edition what is unknown.</summary>
    public async Task<IReadOnlyList<MessageResult>> AllAsync(CancellationToken stop)
    {
        var messages = await newspaper.Messages.AsNoTracking().OrderByDescending(row => row.Id).ToListAsync(stop);
        var counts = (await newspaper.MessageCounts.AsNoTracking().GroupBy(row => new { row.MessageId, row.Arm })
            .Select(same => new { same.Key.MessageId, same.Key.Arm, Seen = same.Sum(row => row.Seen), Browsers = same.Sum(row => row.Browsers), SignUps = same.Sum(row => row.SignUps) }).ToListAsync(stop)).ToLookup(row => row.MessageId);
        var gifts = await GiftsAsync(stop);
        var byMessage = gifts.ToLookup(gift => gift.Message);
        var lots = (await LotsAsync(stop)).ToLookup(one => one.Message);

        var results = messages.Select(message =>
        {
            var (mine, brought, drawn) = (counts[message.Id].ToList(), byMessage[message.PublicId].ToList(), lots[message.PublicId].ToList());
            long BrowsersOf(Arm arm) => mine.Where(row => row.Arm == arm).Sum(row => row.Browsers);
            long GiversOf(Arm arm) => drawn.Where(one => one.Arm == arm).Select(one => one.Donor).Distinct().LongCount();
            return new MessageResult(message, message.EditionId, mine.Where(row => row.Arm != Arm.Without).Sum(row => row.Seen), BrowsersOf(Arm.None) + BrowsersOf(Arm.With),
                OnceOf(brought), RecurringOf(brought), MembersOf(brought), mine.Sum(row => row.SignUps), mine.Exists(row => row.Arm != Arm.None), new(BrowsersOf(Arm.With), GiversOf(Arm.With)), new(BrowsersOf(Arm.Without), GiversOf(Arm.Without)));
        });
        var unknown = byMessage[null].GroupBy(gift => gift.EditionId).OrderBy(same => same.Key).Select(same => new MessageResult(null, same.Key, 0, 0, OnceOf([.. same]), RecurringOf([.. same]), MembersOf([.. same]), 0, false, default, default));
        return [.. results, .. unknown];
    }

    // Of a browser that drew its lot, who gave or joined: payments that follow by themselves prove nothing more.
    private async Task<List<(Guid Message, Arm Arm, long Donor)>> LotsAsync(CancellationToken stop)
    {
        var gifts = await newspaper.Donations.AsNoTracking().Where(row => row.HasArms).Select(row => new { row.DonorId, row.Wish }).ToListAsync(stop);
        return [.. gifts.SelectMany(gift => gift.Wish.Arms.Select(arm => (arm.Message, arm.Arm, gift.DonorId)))];
    }

    // What is entered by hand came by no button.
    private async Task<List<Gift>> GiftsAsync(CancellationToken stop)
    {
        var gifts = await newspaper.Donations.AsNoTracking().Where(row => row.Road == DonationRoad.Stripe)
            .Select(row => new { row.Message, row.EditionId, row.Currency, Kept = row.Minor - row.RefundedMinor - row.DisputedMinor, row.RecurringId, row.Wish }).ToListAsync(stop);
        return [.. gifts.Select(row => new Gift(row.Message, row.EditionId, new(row.Kept, row.Currency), row.RecurringId, row.Wish.Tier is not null))];
    }

    private static List<GiftSum> OnceOf(IReadOnlyList<Gift> gifts) => SumsOf(gifts.Where(gift => !gift.IsMembership && gift.Series is null), same => same.Count());

    private static List<GiftSum> RecurringOf(IReadOnlyList<Gift> gifts) => SeriesOf(gifts.Where(gift => !gift.IsMembership && gift.Series is not null));

    private static List<GiftSum> MembersOf(IReadOnlyList<Gift> gifts) => SeriesOf(gifts.Where(gift => gift.IsMembership));

    private static List<GiftSum> SeriesOf(IEnumerable<Gift> gifts) => SumsOf(gifts, same => same.Select(gift => gift.Series).Distinct().Count());

    private static List<GiftSum> SumsOf(IEnumerable<Gift> gifts, Func<IEnumerable<Gift>, int> count) =>
        [.. gifts.GroupBy(gift => gift.Kept.Currency).OrderBy(same => same.Key, StringComparer.Ordinal).Select(same => new GiftSum(new(same.Sum(gift => gift.Kept.Minor), same.Key), count(same)))];

    private sealed record Gift(Guid? Message, long EditionId, Money Kept, long? Series, bool IsMembership);
}
