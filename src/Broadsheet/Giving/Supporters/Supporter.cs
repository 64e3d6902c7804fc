using Broadsheet.Editions;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Giving.Supporters;

/// <summary>That a giver agreed to be named in public, and how. There is no row of anybody else, so that no page can name her by mistake.</summary>
public sealed class Supporter(long editionId, long donorId, string name, DateTimeOffset since)
{
    public long Id { get; private set; }
    public long EditionId { get; private set; } = editionId;
    public long DonorId { get; private set; } = donorId;
    public string Name { get; set; } = name;
    public DateTimeOffset Since { get; private set; } = since;
}

internal sealed class SupporterTable : IEntityTypeConfiguration<Supporter>
{
    public void Configure(EntityTypeBuilder<Supporter> supporter)
    {
        supporter.ToTable("supporters");
        supporter.HasIndex(row => new { row.EditionId, row.DonorId }).IsUnique();
        supporter.HasIndex(row => row.DonorId);
        supporter.Property(row => row.Name).HasMaxLength(DonationWish.LongestName);
        supporter.HasOne<Edition>().WithMany().HasForeignKey(row => row.EditionId).OnDelete(DeleteBehavior.Cascade);
        supporter.HasOne<Donor>().WithMany().HasForeignKey(row => row.DonorId).OnDelete(DeleteBehavior.Cascade);
    }
}

public static class NamedSupporterSet
{
    extension(Newspaper newspaper)
    {
        public DbSet<Supporter> NamedSupporters => newspaper.Set<Supporter>();

        /// <summary>
        /// Names the giver of a donation as she wished with it. A gift for which she wrote no name takes none away: that is hers to do, on her page.
        /// Call it inside WriteAsync; it saves.
        /// </summary>
        public async Task NameAsync(Donation donation, DateTimeOffset now, CancellationToken stop)
        {
            // Who pays for a membership was not asked; and a name is not published twice.
            if (donation.Wish.PublicName.Length == 0) return;
            if (await newspaper.NamedSupporters.SingleOrDefaultAsync(row => row.EditionId == donation.EditionId && row.DonorId == donation.DonorId, stop) is { } known) known.Name = donation.Wish.PublicName;
            else newspaper.NamedSupporters.Add(new Supporter(donation.EditionId, donation.DonorId, donation.Wish.PublicName, now));
            await newspaper.SaveChangesAsync(stop);
        }
    }
}
