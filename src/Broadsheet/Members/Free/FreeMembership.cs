using Broadsheet.Readers;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Members.Free;

/// <summary>
/// A membership that the paper gives to an address: to a school, a source, who won it. It opens what a paid one opens, moves no money and stands in no books.
/// Whoever signs in with the address has it.
/// </summary>
[StaysInNewsroom]
public sealed class FreeMembership
{
    public const int LongestReason = 300;

    /// <param name="until">Its last day, by the clock of the tier's edition.</param>
    /// <param name="staff">Who gives it.</param>
    public FreeMembership(ReaderAddress address, Tier tier, DateOnly until, string reason, long staff, DateTimeOffset now)
    {
        (Address, TypedAddress, TierId) = (address.Normal, address.Typed, tier.Id);
        (Until, Reason, GivenByStaffId, GivenAt) = (until, reason, staff, now);
    }

    private FreeMembership() { }

    public long Id { get; private set; }
    public Guid PublicId { get; private set; } = Guid.CreateVersion7();

    /// <summary>In its normal form.</summary>
    public string Address { get; private set; } = "";

    public string TypedAddress { get; private set; } = "";
    public long TierId { get; private set; }
    public DateOnly Until { get; private set; }
    public string Reason { get; private set; } = "";
    public long GivenByStaffId { get; private set; }
    public DateTimeOffset GivenAt { get; private set; }

    /// <summary>When somebody ended it before its day.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public bool IsOn(DateOnly day) => EndedAt is null && day <= Until;

    public void End(DateTimeOffset now) => EndedAt ??= now;
}

internal sealed class FreeMembershipTable : IEntityTypeConfiguration<FreeMembership>
{
    public void Configure(EntityTypeBuilder<FreeMembership> free)
    {
        free.ToTable("free_memberships");
        free.HasIndex(row => row.PublicId).IsUnique();
        free.HasIndex(row => row.Address);
        free.HasIndex(row => row.Until);
        free.Property(row => row.Address).HasMaxLength(ReaderAddress.Longest);
        free.Property(row => row.TypedAddress).HasMaxLength(ReaderAddress.Longest);
        free.Property(row => row.Reason).HasMaxLength(FreeMembership.LongestReason);
        free.HasOne<Tier>().WithMany().HasForeignKey(row => row.TierId).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class FreeMembershipSet
{
    extension(Newspaper newspaper)
    {
        public DbSet<FreeMembership> FreeMemberships => newspaper.Set<FreeMembership>();
    }
}
