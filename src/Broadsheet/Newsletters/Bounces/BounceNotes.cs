using Broadsheet.Accounts;
using Broadsheet.Newsletters.Issues;
using Broadsheet.Notices;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Web.Text;

namespace Broadsheet.Newsletters.Bounces;

/// <summary>Where all that comes back is written down, by whatever road it came, and what follows from it.</summary>
internal static class BounceNotes
{
    private const int MostSoft = 5;
    private static readonly TimeSpan SoftWithin = TimeSpan.FromDays(30);

    // Of fewer mails, one that comes back says nothing about a list.
    private const int Fewest = 50;
    private const double MostBounced = 0.05, MostComplained = 0.003;

    extension(Newspaper newspaper)
    {
        /// <summary>Of a mail whose Message-ID came back. Message-IDs are not to be guessed, so nobody takes others off a list with invented reports.</summary>
        /// <returns>False: no mail of ours.</returns>
        internal async Task<bool> NoteBounceAsync(string? messageId, string from, BounceKind kind, string problem, DateTimeOffset now, CancellationToken stop)
        {
            if (!Guid.TryParseExact((messageId ?? "").Trim().Trim('<', '>').Split('@')[0], "N", out var id)) return false;
            if (await newspaper.Deliveries.Where(row => row.PublicId == id).Select(row => (long?)row.Id).SingleOrDefaultAsync(stop) is not { } delivery) return false;
            await newspaper.NoteBounceAsync(delivery, from, kind, problem, now, stop);
            return true;
        }

        /// <summary>A hard one and a complaint end what she gets, at once; soft ones when there are too many. A list of which too much comes back is paused.</summary>
        internal Task NoteBounceAsync(long deliveryId, string from, BounceKind kind, string problem, DateTimeOffset now, CancellationToken stop) => newspaper.WriteAsync(async () =>
        {
            var key = $"{from}/{deliveryId}/{kind}";
            var found = await (from delivery in newspaper.Deliveries
                               where delivery.Id == deliveryId
                               join subscription in newspaper.Subscriptions on delivery.SubscriptionId equals subscription.Id
                               join reader in newspaper.Set<Readers.Reader>() on subscription.ReaderId equals reader.Id
                               select new { delivery.IssueId, delivery.State, reader.Id, reader.Address }).AsNoTracking().SingleOrDefaultAsync(stop);
            if (found is null || await newspaper.Bounces.AnyAsync(row => row.Key == key, stop)) return;

            var (hash, since) = (Readers.ReaderAddress.HashOf(found.Address), now - SoftWithin);
            newspaper.Bounces.Add(new(key, deliveryId, hash, kind, problem, now));
            await newspaper.SaveChangesAsync(stop);
            if (kind == BounceKind.Hard && found.State == DeliveryState.HandedOver)
                await newspaper.Deliveries.Where(row => row.Id == deliveryId).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, DeliveryState.Bounced).SetProperty(row => row.Problem, problem), stop);

            SuppressedFor? ends = kind switch
            {
                BounceKind.Hard => SuppressedFor.HardBounce,
                BounceKind.Complaint => SuppressedFor.Complaint,
                _ => await newspaper.Bounces.CountAsync(row => row.AddressHash == hash && row.Kind == BounceKind.Soft && row.At > since, stop) >= MostSoft ? SuppressedFor.SoftBounces : null,
            };
            if (ends is { } why) await newspaper.StopAsync(found.Id, hash, why, now, stop);
            await newspaper.PauseWhereBadAsync(found.IssueId, now, stop);
        }, stop);

        private async Task StopAsync(long reader, byte[] hash, SuppressedFor why, DateTimeOffset now, CancellationToken stop)
        {
            if (!await newspaper.Suppressions.AnyAsync(row => row.AddressHash == hash, stop)) newspaper.Suppressions.Add(new(hash, why, now));
            await newspaper.SaveChangesAsync(stop);
            var ending = why == SuppressedFor.Complaint ? Ending.Complaint : Ending.Bounce;
            await newspaper.Subscriptions.Where(row => row.ReaderId == reader && row.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, now).SetProperty(row => row.Ending, ending), stop);
        }

        // An old list harms the paper with every mailbox provider: what is left of it waits until somebody has looked.
        private async Task PauseWhereBadAsync(long issue, DateTimeOffset now, CancellationToken stop)
        {
            var counts = await newspaper.Deliveries.Where(row => row.IssueId == issue).GroupBy(row => row.State).Select(same => new { same.Key, Count = same.Count() }).ToDictionaryAsync(one => one.Key, one => one.Count, stop);
            var bounced = counts.GetValueOrDefault(DeliveryState.Bounced);
            var tried = bounced + counts.GetValueOrDefault(DeliveryState.HandedOver);
            if (tried < Fewest) return;
            var complained = await newspaper.Bounces.CountAsync(row => row.Kind == BounceKind.Complaint && newspaper.Set<Delivery>().Any(one => one.Id == row.DeliveryId && one.IssueId == issue), stop);
            if (bounced <= tried * MostBounced && (complained < 2 || complained <= tried * MostComplained)) return;
            if (await newspaper.Issues.Where(row => row.Id == issue && row.State == IssueState.Sending && !row.IsSentAnyway)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, IssueState.Paused).SetProperty(row => row.WaitsFor, Waiting.Bounces).SetProperty(row => row.Revision, row => row.Revision + 1), stop) == 0) return;

            var name = await newspaper.Newsletters.Where(row => newspaper.Set<Issue>().Any(one => one.Id == issue && one.NewsletterId == row.Id)).Select(row => row.Name).SingleAsync(stop);
            var members = (await newspaper.StaffWhoMayAsync(Permission.RunNewsletters, stop)).Select(staff => staff.By);
            newspaper.Tell(IssueProofs.Waits, members, (0, ""), name, $"/newsroom/issues/{issue}", now, T($"issue.waiting.{Waiting.Bounces}"));
            await newspaper.SaveChangesAsync(stop);
        }
    }
}
