using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Giving;
using Broadsheet.Members.Free;
using Broadsheet.Readers;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Members;

/// <summary>That a reader is a member.</summary>
/// <param name="Until">The last day of one that the paper gave her; null: it goes on as long as she pays.</param>
public sealed record Membership(Guid Tier, DateTimeOffset Since, DateOnly? Until);

public static class MemberSets
{
    extension(Newspaper newspaper)
    {
        public DbSet<Tier> Tiers => newspaper.Set<Tier>();
        public DbSet<MeterRead> MeterReads => newspaper.Set<MeterRead>();

        /// <summary>
        /// The membership of a reader, who has proved her address; null: she has none. A payment that failed does not end it: Stripe tries again for
        /// weeks, and says when it gives up. What the paper gave her counts as much as what she pays for.
        /// </summary>
        public async Task<Membership?> MembershipOfAsync(Reader reader, DateTimeOffset now, CancellationToken stop)
        {
            var donors = newspaper.Donors;
            var running = await newspaper.RecurringDonations.AsNoTracking()
                .Where(row => row.State != RecurringState.Ended && donors.Any(donor => donor.Id == row.DonorId && donor.Address == reader.Address)).OrderByDescending(row => row.Id).ToListAsync(stop);
            if (running.FirstOrDefault(row => row.Wish.Tier is not null) is { } paid) return new(paid.Wish.Tier!.Value, paid.StartedAt, null);

            var (tiers, editions) = (newspaper.Tiers, newspaper.Editions);
            var given = await (from free in newspaper.FreeMemberships.AsNoTracking()
                               where free.Address == reader.Address && free.EndedAt == null
                               join tier in tiers on free.TierId equals tier.Id
                               join edition in editions on tier.EditionId equals edition.Id
                               orderby free.Until descending
                               select new { Free = free, Tier = tier.PublicId, Edition = edition }).ToListAsync(stop);
            return given.FirstOrDefault(one => one.Free.IsOn(one.Edition.DayOf(now))) is { } found ? new(found.Tier, found.Free.GivenAt, found.Free.Until) : null;
        }

        /// <summary>Counts a metered story for a reader and month, once. False: she has read as many as there are. Call it inside WriteAsync; it saves.</summary>
        public async Task<bool> CountAsync(Reader reader, Article article, Edition edition, int most, DateTimeOffset now, CancellationToken stop)
        {
            var local = edition.LocalTime(now);
            var month = local.Year * 100 + local.Month;
            // Two windows at once must not both take the last one.
            await newspaper.Readers.Where(row => row.Id == reader.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Name, row => row.Name), stop);
            var read = await newspaper.MeterReads.Where(row => row.ReaderId == reader.Id && row.Month == month).Select(row => row.ArticleId).ToListAsync(stop);
            if (read.Contains(article.Id)) return true;
            if (read.Count >= most) return false;

            newspaper.MeterReads.Add(new MeterRead(reader.Id, month, article.Id));
            await newspaper.SaveChangesAsync(stop);
            return true;
        }
    }
}
