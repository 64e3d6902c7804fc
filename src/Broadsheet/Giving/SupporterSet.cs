using Broadsheet.Readers;
using Broadsheet.Storage;

namespace Broadsheet.Giving;

public static class SupporterSet
{
    private const int Months = 12;

    extension(Newspaper newspaper)
    {
        /// <summary>Readers who gave and did not get it back, or who give every month or year: a series that runs counts always.</summary>
        /// <param name="since">From when on a gift counts; null: twelve months before <paramref name="now"/>.</param>
        public IQueryable<Reader> Supporters(DateTimeOffset? since, DateTimeOffset now)
        {
            var from = since ?? now.AddMonths(-Months);
            var (donors, donations, series) = (newspaper.Donors, newspaper.Donations, newspaper.RecurringDonations);
            return newspaper.Readers.Where(reader => donors.Any(donor => donor.Address == reader.Address
                && (donations.Any(row => row.DonorId == donor.Id && row.GivenAt >= from && row.RefundedMinor + row.DisputedMinor < row.Minor)
                    || series.Any(row => row.DonorId == donor.Id && row.State != RecurringState.Ended))));
        }
    }
}
