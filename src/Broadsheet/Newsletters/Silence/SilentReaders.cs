using Broadsheet.Giving;
using Broadsheet.Inbox;
using Broadsheet.Members.Free;
using Broadsheet.Readers;
using Broadsheet.Storage;

namespace Broadsheet.Newsletters.Silence;

/// <summary>Who gets a newsletter and gave no sign of life. What she reads is known to nobody, and so is no sign.</summary>
public static class SilentReaders
{
    extension(Newspaper newspaper)
    {
        /// <summary>
        /// Readers who get something and since a moment neither came, agreed to nor left anything, signed in, gave or wrote. Whoever gives every month or year, or is a member,
        /// is never among them.
        /// </summary>
        public IQueryable<Reader> Silent(DateTimeOffset since, DateTimeOffset now)
        {
            var (subscriptions, donors, donations, series) = (newspaper.Subscriptions, newspaper.Donors, newspaper.Donations, newspaper.RecurringDonations);
            var (given, written, today) = (newspaper.FreeMemberships, newspaper.InboxMessages, DateOnly.FromDateTime(now.UtcDateTime.AddDays(-1)));
            return newspaper.Readers.Where(reader => reader.CreatedAt < since && (reader.SeenAt == null || reader.SeenAt < since)
                && subscriptions.Any(row => row.ReaderId == reader.Id && row.EndedAt == null)
                && !subscriptions.Any(row => row.ReaderId == reader.Id && (row.Consents.Any(consent => consent.At >= since) || (row.EndedAt >= since && (row.Ending == Ending.Link || row.Ending == Ending.Account))))
                && !donors.Any(donor => donor.Address == reader.Address && (donations.Any(row => row.DonorId == donor.Id && row.GivenAt >= since) || series.Any(row => row.DonorId == donor.Id && row.State != RecurringState.Ended)))
                && !given.Any(row => row.Address == reader.Address && row.EndedAt == null && row.Until >= today)
                && !written.Any(row => row.Address == reader.Address && row.ReceivedAt >= since));
        }
    }
}
