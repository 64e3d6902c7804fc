using Broadsheet.Editions;
using Broadsheet.Readers;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Giving;

internal sealed class DonorTable : IEntityTypeConfiguration<Donor>
{
    public void Configure(EntityTypeBuilder<Donor> donor)
    {
        donor.ToTable("donors");
        donor.HasIndex(row => row.PublicId).IsUnique();
        donor.HasIndex(row => row.Address).IsUnique();
        donor.Property(row => row.Address).HasMaxLength(ReaderAddress.Longest);
        donor.Property(row => row.TypedAddress).HasMaxLength(ReaderAddress.Longest);
        donor.Property(row => row.Name).HasMaxLength(DonationWish.LongestName);
        donor.HasOne<Edition>().WithMany().HasForeignKey(row => row.EditionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DonationTable : IEntityTypeConfiguration<Donation>
{
    public void Configure(EntityTypeBuilder<Donation> donation)
    {
        donation.ToTable("donations", table => table.HasCheckConstraint("ck_donations_minor", "minor > 0"));
        donation.HasIndex(row => row.PublicId).IsUnique();
        donation.HasIndex(row => row.Key).IsUnique();
        donation.HasIndex(row => new { row.DonorId, row.GivenAt });
        donation.HasIndex(row => row.GivenAt);
        donation.HasIndex(row => row.Message);
        donation.Property(row => row.Key).HasMaxLength(120);
        donation.Property(row => row.Currency).HasMaxLength(3);
        donation.Property(row => row.Wish).AsJson();
        donation.Ignore(row => row.Given).Ignore(row => row.Kept);
        donation.HasOne<Donor>().WithMany().HasForeignKey(row => row.DonorId).OnDelete(DeleteBehavior.Restrict);
        donation.HasOne<Edition>().WithMany().HasForeignKey(row => row.EditionId).OnDelete(DeleteBehavior.Restrict);
        donation.HasOne<RecurringDonation>().WithMany().HasForeignKey(row => row.RecurringId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RecurringDonationTable : IEntityTypeConfiguration<RecurringDonation>
{
    public void Configure(EntityTypeBuilder<RecurringDonation> series)
    {
        series.ToTable("recurring_donations");
        series.HasIndex(row => row.PublicId).IsUnique();
        series.HasIndex(row => row.StripeId).IsUnique();
        series.HasIndex(row => row.DonorId);
        series.Property(row => row.StripeId).HasMaxLength(120);
        series.Property(row => row.Customer).HasMaxLength(120);
        series.Property(row => row.Currency).HasMaxLength(3);
        series.Property(row => row.Wish).AsJson();
        series.Ignore(row => row.Amount);
        series.HasOne<Donor>().WithMany().HasForeignKey(row => row.DonorId).OnDelete(DeleteBehavior.Restrict);
        series.HasOne<Edition>().WithMany().HasForeignKey(row => row.EditionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DonationRequestTable : IEntityTypeConfiguration<DonationRequest>
{
    public void Configure(EntityTypeBuilder<DonationRequest> request)
    {
        request.ToTable("donation_requests");
        request.HasIndex(row => row.PublicId).IsUnique();
        request.HasIndex(row => row.CreatedAt);
        request.Property(row => row.Currency).HasMaxLength(3);
        request.Property(row => row.Wish).AsJson();
        request.Ignore(row => row.Amount);
        request.HasOne<Edition>().WithMany().HasForeignKey(row => row.EditionId).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class GivingSets
{
    extension(Newspaper newspaper)
    {
        public DbSet<Donor> Donors => newspaper.Set<Donor>();
        public DbSet<Donation> Donations => newspaper.Set<Donation>();
        public DbSet<RecurringDonation> RecurringDonations => newspaper.Set<RecurringDonation>();
        public DbSet<DonationRequest> DonationRequests => newspaper.Set<DonationRequest>();

        /// <summary>The donor of an address; one is made when there is none, and always where no address is known. Call it inside WriteAsync; she is saved.</summary>
        public async Task<Donor> DonorOfAsync(ReaderAddress? address, string name, long edition, DateTimeOffset now, CancellationToken stop)
        {
            var known = address is null ? null : await newspaper.Donors.SingleOrDefaultAsync(row => row.Address == address.Normal, stop);
            if (known is not null)
            {
                if (known.Name.Length == 0) known.Name = name;
                return known;
            }
            var donor = new Donor(address, name, edition, now);
            newspaper.Donors.Add(donor);
            await newspaper.SaveChangesAsync(stop);
            return donor;
        }
    }
}
