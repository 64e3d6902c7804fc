using Broadsheet.Machine;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Newsletters.Issues;

/// <summary>
/// How much mail a sender may send whom mailbox providers do not know yet: so many in 24 hours at first, twice as many each day. What is left waits,
/// who subscribes longest first.
/// </summary>
internal static class WarmUp
{
    private const int Days = 20;

    /// <summary>How many newsletters' mails may go in 24 hours; null: as many as there are.</summary>
    public static long? MostPerDay(this MailSettings mail, DateTimeOffset now)
    {
        if (mail.WarmUpFrom is not { } first) return null;
        var day = DateOnly.FromDateTime(now.UtcDateTime).DayNumber - first.DayNumber;
        return day is < 0 or >= Days ? null : (long)mail.WarmUpMails << day;
    }

    extension(Newspaper newspaper)
    {
        /// <summary>How many may still go now.</summary>
        public async Task<int> LeftOfWarmUpAsync(MailSettings mail, DateTimeOffset now, CancellationToken stop)
        {
            if (mail.MostPerDay(now) is not { } most) return int.MaxValue;
            var since = now.AddDays(-1);
            var gone = await newspaper.Deliveries.CountAsync(row => row.State == DeliveryState.HandedOver && row.EndedAt > since, stop);
            return (int)Math.Clamp(most - gone, 0, int.MaxValue);
        }
    }
}
