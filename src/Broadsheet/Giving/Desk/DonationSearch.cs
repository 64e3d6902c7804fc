using System.Globalization;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Giving.Desk;

/// <summary>One donation as the desk lists it.</summary>
public sealed record ListedDonation
{
    public required Donation Donation { get; init; }
    public required Donor Donor { get; init; }
    public RecurringDonation? Series { get; init; }
}

/// <summary>Which donations the desk wants to see.</summary>
/// <param name="Words">Part of a giver's name or address, or the number of a donation or of a payment at Stripe.</param>
public sealed record DonationSearch(string Words, int? Year, DonationRoad? Road)
{
    public static DonationSearch Read(IQueryCollection query) => new(
        query["q"].ToString().Trim(),
        int.TryParse(query["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 9998 ? year : null,
        Enum.TryParse<DonationRoad>(query["road"], out var road) && Enum.IsDefined(road) ? road : null);

    /// <summary>The newest first.</summary>
    public IQueryable<ListedDonation> In(Newspaper newspaper)
    {
        var (words, address, road) = (Words, Words.ToLowerInvariant(), Road);
        var number = Guid.TryParse(Words, out var id) ? id : (Guid?)null;
        var (first, last) = BookDay.DaysOf(Year);
        var recurring = newspaper.RecurringDonations;
        return from donation in newspaper.Donations.AsNoTracking()
               join donor in newspaper.Donors on donation.DonorId equals donor.Id
               where donation.Day >= first && donation.Day <= last && (road == null || donation.Road == road)
                   && (words == "" || donor.Name.Contains(words) || donor.Address!.Contains(address) || donation.Key == words || donation.PublicId == number)
               orderby donation.GivenAt descending, donation.Id descending
               select new ListedDonation { Donation = donation, Donor = donor, Series = recurring.Where(row => row.Id == donation.RecurringId).FirstOrDefault() };
    }
}
