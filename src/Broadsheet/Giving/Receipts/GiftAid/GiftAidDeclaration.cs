using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Giving.Receipts.GiftAid;

/// <summary>
/// A giver's statement that a UK charity may reclaim tax on what she gives (Income Tax Act 2007 s. 428; the Donations to Charity by Individuals Regulations
/// 2016): her name, her home address, that she pays enough tax, the day. Never changed; taken back, it holds for what was given before.
/// </summary>
[StaysInNewsroom]
public sealed class GiftAidDeclaration
{
    public GiftAidDeclaration(long donorId, long entityId, Guid request, GiftAidWords said, DateTimeOffset now)
    {
        (DonorId, EntityId, Request) = (donorId, entityId, request);
        (Name, Home, Statement, DeclaredAt) = (said.Name, said.Home, said.Statement, now);
    }

    private GiftAidDeclaration() { }

    public long Id { get; private set; }
    public Guid PublicId { get; private set; } = Guid.CreateVersion7();
    public long DonorId { get; private set; }

    /// <summary>The charity that it is made to.</summary>
    public long EntityId { get; private set; }

    /// <summary>The form by which it was made: told of twice, it is one.</summary>
    public Guid Request { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Lines of her home address, with its postcode.</summary>
    public string Home { get; private set; } = "";

    /// <summary>What she agreed to, as she read it.</summary>
    public string Statement { get; private set; } = "";

    public DateTimeOffset DeclaredAt { get; private set; }
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>She had herself erased: nobody sees it any more, but HMRC may ask for it until then.</summary>
    public DateOnly? DestroyOn { get; private set; }

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;

    /// <summary>It goes when the law no longer has it kept.</summary>
    public void Close(DateOnly destroyOn, DateTimeOffset now) => (RevokedAt, DestroyOn) = (RevokedAt ?? now, destroyOn);
}

/// <summary>What a giver writes into a declaration.</summary>
/// <param name="Statement">What she agreed to, as she read it.</param>
public sealed record GiftAidWords(string Name, string Home, string Statement);

internal sealed class GiftAidDeclarationTable : IEntityTypeConfiguration<GiftAidDeclaration>
{
    public void Configure(EntityTypeBuilder<GiftAidDeclaration> declaration)
    {
        declaration.ToTable("gift_aid_declarations");
        declaration.HasIndex(row => row.PublicId).IsUnique();
        declaration.HasIndex(row => row.Request).IsUnique();
        declaration.HasIndex(row => row.DonorId);
        declaration.HasIndex(row => row.DestroyOn);
        declaration.Property(row => row.Name).HasMaxLength(DonationWish.LongestName);
        declaration.Property(row => row.Home).HasMaxLength(ReceiptGiver.LongestAddress);
        declaration.Property(row => row.Statement).HasMaxLength(2000);
        declaration.HasOne<Donor>().WithMany().HasForeignKey(row => row.DonorId).OnDelete(DeleteBehavior.Restrict);
        declaration.HasOne<LegalEntity>().WithMany().HasForeignKey(row => row.EntityId).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class GiftAidSet
{
    extension(Newspaper newspaper)
    {
        public DbSet<GiftAidDeclaration> GiftAidDeclarations => newspaper.Set<GiftAidDeclaration>();
    }
}
