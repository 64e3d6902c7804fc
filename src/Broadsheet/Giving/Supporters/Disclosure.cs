using Broadsheet.Editions;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Giving.Supporters;

/// <summary>
/// That the law has the paper name who gave more than a limit in a year. "Anonymous" does not keep her off: it means to the public, and here the law speaks.
/// A person writes the name down; the sum follows the ledger, which no reader's page may read.
/// </summary>
public sealed class Disclosure(long editionId, long donorId, int year, string name, string currency, long byStaffId, DateTimeOffset at)
{
    public long Id { get; private set; }
    public long EditionId { get; private set; } = editionId;
    public long DonorId { get; private set; } = donorId;
    public int Year { get; private set; } = year;

    /// <summary>As the law asks for it.</summary>
    public string Name { get; private set; } = name;

    /// <summary>What she gave in that year, less what went back.</summary>
    public long Minor { get; private set; }

    public string Currency { get; private set; } = currency;

    public long ByStaffId { get; private set; } = byStaffId;
    public DateTimeOffset At { get; private set; } = at;

    public Money Given => new(Minor, Currency);

    /// <summary>Names her anew, in the currency of the limit that holds now; the sum is counted after it.</summary>
    public void Say(string name, string currency) => (Name, Currency) = (name, currency);

    /// <summary>Says what the ledger says. Counted anew each time, never added to.</summary>
    public void Count(long minor) => Minor = minor;
}

internal sealed class DisclosureTable : IEntityTypeConfiguration<Disclosure>
{
    public void Configure(EntityTypeBuilder<Disclosure> disclosure)
    {
        disclosure.ToTable("disclosures");
        disclosure.HasIndex(row => new { row.EditionId, row.Year, row.DonorId }).IsUnique();
        disclosure.HasIndex(row => row.DonorId);
        disclosure.Property(row => row.Currency).HasMaxLength(3);
        disclosure.Ignore(row => row.Given);
        disclosure.Property(row => row.Name).HasMaxLength(DonationWish.LongestName);
        disclosure.HasOne<Edition>().WithMany().HasForeignKey(row => row.EditionId).OnDelete(DeleteBehavior.Cascade);
        disclosure.HasOne<Donor>().WithMany().HasForeignKey(row => row.DonorId).OnDelete(DeleteBehavior.Cascade);
    }
}

public static class DisclosureSet
{
    extension(Newspaper newspaper)
    {
        public DbSet<Disclosure> Disclosures => newspaper.Set<Disclosure>();
    }
}
